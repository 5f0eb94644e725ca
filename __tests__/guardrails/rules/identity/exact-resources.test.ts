import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.web_execution";
const INSTANCE_POLICY = "aws_iam_role_policy.instance";

testRule("identity/exact-resources", {
  fails: {
    "a cluster becomes any resource": {
      at: INSTANCE_POLICY,
      edit: (json) => json.set(INSTANCE_POLICY, "policy.Statement.0.Resource", "*"),
    },
    "a cluster becomes any cluster": {
      at: INSTANCE_POLICY,
      edit: (json) =>
        json.set(INSTANCE_POLICY, "policy.Statement.0.Resource", "arn:aws:ecs:us-east-1:000000000000:cluster/*"),
    },
    "a parameter becomes any parameter": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy.Statement.3.Resource", "arn:aws:ssm:us-east-1:000000000000:parameter/*"),
    },
    "a log group becomes any log group": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.0.Resource", "arn:aws:logs:us-east-1:000000000000:log-group:*"),
    },
    "a bucket becomes any bucket": {
      at: INSTANCE_POLICY,
      edit: (json) => {
        json.set(INSTANCE_POLICY, "policy.Statement.0.Action", "s3:GetObject");
        json.set(INSTANCE_POLICY, "policy.Statement.0.Resource", "arn:aws:s3:::*");
      },
    },
    "an action that can be limited joins one that can't": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy.Statement.2.Action", ["ecr:GetAuthorizationToken", "ecr:BatchGetImage"]),
    },
    "marked things of a kind become any marked thing": {
      at: "aws_iam_policy.terraform_write_2",
      edit: (json) => json.set("aws_iam_policy.terraform_write_2", "policy.Statement.1.Resource", "*"),
    },
    "instances become any resource": {
      at: INSTANCE_POLICY,
      edit: (json) => json.set(INSTANCE_POLICY, "policy.Statement.3.Resource", "*"),
    },
  },
  passes: {
    "a mark on the resource limits it": (json) => {
      json.set(INSTANCE_POLICY, "policy.Statement.0.Resource", "arn:aws:ecs:us-east-1:000000000000:cluster/*");
      json.set(INSTANCE_POLICY, "policy.Statement.0.Condition", {
        StringEquals: { "aws:ResourceTag/Environment": "production" },
      });
    },
  },
});
