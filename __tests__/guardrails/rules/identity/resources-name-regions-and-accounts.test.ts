import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.spot_fallback";

testRule("identity/resources-name-regions-and-accounts", {
  fails: {
    "what is of other accounts is denied": {
      at: "aws_iam_role_policy.terraform_apply",
      edit: (json) =>
        json.set(
          "aws_iam_role_policy.terraform_apply",
          "policy.Statement.14.Resource.0",
          "arn:aws:iam::*:role/production-terraform-plan",
        ),
    },
    "any region is meant": {
      at: POLICY,
      edit: (json) =>
        json.set(
          POLICY,
          "policy.Statement.2.Resource",
          "arn:aws:states:*:000000000000:stateMachine:production-spot-fallback-1",
        ),
    },
  },
});
