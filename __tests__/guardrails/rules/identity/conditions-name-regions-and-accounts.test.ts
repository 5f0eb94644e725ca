import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.network_flow_logs";
const PATH = "assume_role_policy.Statement.0.Condition.ArnLike.aws:SourceArn";

testRule("identity/conditions-name-regions-and-accounts", {
  fails: {
    "any region may be the source": {
      at: ROLE,
      edit: (json) => json.set(ROLE, PATH, "arn:aws:ec2:*:000000000000:vpc-flow-log/*"),
    },
    "any rule may be": {
      at: "aws_iam_role.drain_guard_trigger",
      edit: (json) =>
        json.set(
          "aws_iam_role.drain_guard_trigger",
          "assume_role_policy.Statement.0.Condition.ArnEquals.aws:SourceArn",
          "arn:aws:events:us-east-1:000000000000:rule/*",
        ),
    },
    "any resource may be": { at: ROLE, edit: (json) => json.set(ROLE, PATH, "arn:aws:ec2:us-east-1:000000000000:*") },
    "a launch template of any region": {
      at: "aws_iam_policy.terraform_write_3",
      edit: (json) =>
        json.set(
          "aws_iam_policy.terraform_write_3",
          "policy.Statement.11.Condition.ArnLike.ec2:LaunchTemplate",
          "arn:aws:ec2:*:000000000000:launch-template/*",
        ),
    },
    "logs of any region may be encrypted": {
      at: "aws_kms_key.key",
      edit: (json) =>
        json.set("aws_kms_key.key", "policy.Statement.1.Condition.ArnLike", {
          "kms:EncryptionContext:aws:logs:arn": [
            "arn:aws:logs:*:000000000000:log-group:/production/*",
            "arn:aws:logs:us-east-1:000000000000:log-group:/aws/ecs/containerinsights/production/*",
          ],
        }),
    },
  },
});
