import { testRule } from "../../../support/rule-test";

const POLICY = "aws_cloudwatch_log_resource_policy.notifications";

testRule("logging/resource-policies-name-groups", {
  fails: {
    "every log of the account": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy_document.Statement.0.Resource", "*"),
    },
    "every group of a region": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy_document.Statement.0.Resource", "arn:aws:logs:us-east-1:000000000000:log-group:*"),
    },
  },
});
