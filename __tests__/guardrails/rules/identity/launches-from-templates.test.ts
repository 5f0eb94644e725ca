import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_policy.terraform_write_3";

testRule("identity/launches-from-templates", {
  fails: {
    "any image of Amazon's, by any template": {
      at: POLICY,
      edit: (json) => json.unset(POLICY, "policy.Statement.10.Condition.ArnLike"),
    },
    "any interface": { at: POLICY, edit: (json) => json.unset(POLICY, "policy.Statement.11.Condition") },
  },
  passes: {
    "subnets that are named": (json) => {
      json.unset(POLICY, "policy.Statement.11.Condition");
      json.set(POLICY, "policy.Statement.11.Resource", [
        "arn:aws:ec2:us-east-1:000000000000:subnet/subnet-0000000000000001a",
      ]);
    },
  },
});
