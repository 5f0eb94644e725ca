import { testRule } from "../../../support/rule-test";

const CLUSTER = "aws_ecs_cluster.cluster";
const PATH = "configuration.execute_command_configuration.log_configuration";

testRule("cluster/exec-logged", {
  fails: {
    "they aren't logged": {
      at: CLUSTER,
      edit: (json) => json.set(CLUSTER, "configuration.execute_command_configuration.logging", "NONE"),
    },
    "the containers' own log takes them": {
      at: CLUSTER,
      edit: (json) => json.set(CLUSTER, "configuration.execute_command_configuration.logging", "DEFAULT"),
    },
    "the configuration is gone": { at: CLUSTER, edit: (json) => json.unset(CLUSTER, "configuration") },
    "there is no log group": { at: CLUSTER, edit: (json) => json.unset(CLUSTER, PATH) },
    "the log group is gone": { at: CLUSTER, edit: (json) => json.remove("aws_cloudwatch_log_group.cluster_exec") },
  },
  passes: {
    "they go to a bucket": (json) => json.set(CLUSTER, PATH, { s3_bucket_name: "audit" }),
  },
});
