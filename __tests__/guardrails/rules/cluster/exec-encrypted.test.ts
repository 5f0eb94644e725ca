import { testRule } from "../../../support/rule-test";

const CLUSTER = "aws_ecs_cluster.cluster";
const PATH = "configuration.execute_command_configuration.kms_key_id";

testRule("cluster/exec-encrypted", {
  fails: {
    "there is no key": { at: CLUSTER, edit: (json) => json.unset(CLUSTER, PATH) },
    "the key is AWS's own": { at: CLUSTER, edit: (json) => json.set(CLUSTER, PATH, "alias/aws/ssm") },
    "the log needn't be encrypted": {
      at: CLUSTER,
      edit: (json) =>
        json.set(
          CLUSTER,
          "configuration.execute_command_configuration.log_configuration.cloud_watch_encryption_enabled",
          false,
        ),
    },
  },
  passes: {
    "an encrypted bucket takes the log": (json) =>
      json.set(CLUSTER, "configuration.execute_command_configuration.log_configuration", {
        s3_bucket_name: "audit",
        s3_bucket_encryption_enabled: true,
      }),
  },
});
