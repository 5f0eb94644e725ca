import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.web_execution";

testRule("identity/policies-complete", {
  fails: {
    "the version is gone": {
      at: "aws_iam_role.instance",
      edit: (json) => json.unset("aws_iam_role.instance", "assume_role_policy.Version"),
    },
    "the effect is gone": { at: POLICY, edit: (json) => json.unset(POLICY, "policy.Statement.0.Effect") },
    "the actions are gone": { at: POLICY, edit: (json) => json.unset(POLICY, "policy.Statement.0.Action") },
    "the resources are gone": {
      at: "aws_kms_key.key",
      edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.0.Resource"),
    },
    "the principal is nobody": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy.Statement.4.Principal", {}),
    },
    "a principal is a pattern": {
      at: "aws_kms_key.key",
      edit: (json) =>
        json.set("aws_kms_key.key", "policy.Statement.0.Principal", { AWS: "arn:aws:iam::000000000000:*" }),
    },
    "no statement is left": {
      at: "aws_vpc_endpoint.endpoint_kms",
      edit: (json) => json.unset("aws_vpc_endpoint.endpoint_kms", "policy.Statement"),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
  },
});
