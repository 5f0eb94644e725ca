import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.instance";

testRule("identity/no-wildcard-actions", {
  fails: {
    "a whole service is allowed on one log group": {
      at: "aws_iam_role_policy.web_execution",
      edit: (json) => json.set("aws_iam_role_policy.web_execution", "policy.Statement.0.Action", "logs:*"),
    },
    "a whole service is allowed": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy.Statement.0.Action", "ecs:*"),
    },
    "everything is allowed": { at: POLICY, edit: (json) => json.set(POLICY, "policy.Statement.0.Action", ["*"]) },
  },
  undecided: {
    "the policy is known only at apply": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
  },
  passes: {
    "everything is denied": (json) => {
      json.set(POLICY, "policy.Statement.0.Action", "*");
      json.set(POLICY, "policy.Statement.0.Effect", "Deny");
    },
  },
});
