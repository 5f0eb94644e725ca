import { testRule } from "../../../support/rule-test";

const OTHER = "111111111111";

testRule("identity/one-account", {
  fails: {
    "a role is taken for another account": {
      at: "aws_iam_role.web_task",
      edit: (json) =>
        json.set(
          "aws_iam_role.web_task",
          "assume_role_policy.Statement.0.Condition.StringEquals.aws:SourceAccount",
          OTHER,
        ),
    },
    "the state's bucket denies one's own": {
      at: "aws_s3_bucket_policy.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_policy.state",
          "policy.Statement.1.Condition.StringNotEquals.aws:PrincipalAccount",
          OTHER,
        ),
    },
    "an endpoint lets another pass": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) =>
        json.set(
          "aws_vpc_endpoint.endpoint_ssm",
          "policy.Statement.0.Condition.StringEquals.aws:PrincipalAccount",
          OTHER,
        ),
    },
    "another administers a key": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy.Statement.0.Principal.AWS", `arn:aws:iam::${OTHER}:root`),
    },
  },
  passes: {
    "a load balancer's logs come from an account of AWS's": (json) =>
      json.set("aws_s3_bucket_policy.access_logs", "policy.Statement.1.Principal", {
        AWS: "arn:aws:iam::222222222222:root",
      }),
  },
});
