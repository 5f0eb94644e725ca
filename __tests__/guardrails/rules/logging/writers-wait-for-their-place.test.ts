import { testRule } from "../../../support/rule-test";

testRule("logging/writers-wait-for-their-place", {
  fails: {
    "the cluster waits for nothing": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => json.unset("aws_ecs_cluster.cluster", "depends_on"),
    },
    "flow logs wait for nothing": {
      at: "aws_flow_log.network_flow_logs",
      edit: (json) => json.unset("aws_flow_log.network_flow_logs", "depends_on"),
    },
    "access logs wait for nothing": {
      at: "aws_s3_bucket_logging.state",
      edit: (json) => json.unset("aws_s3_bucket_logging.state", "depends_on"),
    },
    "events wait for nothing": {
      at: "aws_cloudwatch_event_target.detection_launch_failed_keep",
      edit: (json) => json.unset("aws_cloudwatch_event_target.detection_launch_failed_keep", "depends_on"),
    },
    "the load balancer doesn't wait for the policy": {
      at: "aws_lb.ingress",
      edit: (json) => json.unset("aws_lb.ingress", "depends_on.0"),
    },
  },
});
