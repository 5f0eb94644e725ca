import { testRule } from "../../../support/rule-test";

testRule("protection/references-hold", {
  fails: {
    "instances wait for what isn't there": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.set("aws_autoscaling_group.capacity", "depends_on.3", "aws_iam_role_policy.gone"),
    },
    "what it only waits for isn't there": {
      at: "aws_flow_log.network_flow_logs",
      edit: (json) => json.set("aws_flow_log.network_flow_logs", "depends_on", ["aws_iam_role_policy.gone"]),
    },
    "what a service runs on is gone": {
      at: "aws_ecs_service.web",
      edit: (json) => json.remove("aws_ecs_cluster.cluster"),
    },
    "what it only depends on is gone": {
      at: "aws_ecs_service.web",
      edit: (json) => json.remove("aws_lb_listener_rule.web"),
    },
    "what a policy names is gone": {
      at: "aws_iam_role_policy.web_execution",
      edit: (json) => json.remove("aws_cloudwatch_log_group.web"),
    },
  },
  passes: {
    "a text only looks like an address": (json) =>
      json.set("aws_ecs_task_definition.web", "family", "${var.web_image_tag}-my_file.txt"),
  },
});
