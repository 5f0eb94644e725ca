import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_policy.terraform_write_3";

testRule("identity/resources-not-repeated", {
  fails: {
    "a wildcard has the other service in it": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.15.Resource.0", "arn:aws:ecs:us-east-1:000000000000:service/production/*"),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
  },
});
