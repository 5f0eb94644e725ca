import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_policy.terraform_write_4";
const PATH = "arn:aws:iam::000000000000:role/aws-service-role";

testRule("identity/service-linked-roles-named", {
  fails: {
    "any role of a service": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy.Statement.4.Resource.0", `${PATH}/autoscaling.amazonaws.com/*`),
    },
  },
});
