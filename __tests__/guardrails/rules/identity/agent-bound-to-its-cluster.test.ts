import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.instance";

testRule("identity/agent-bound-to-its-cluster", {
  fails: {
    "the condition is gone": { at: POLICY, edit: (json) => json.unset(POLICY, "policy.Statement.1.Condition") },
    "the condition is for any cluster": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy.Statement.1.Condition", { ArnLike: { "ecs:cluster": "*" } }),
    },
    "the condition is for all but one": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.1.Condition", {
          ArnNotEquals: { "ecs:cluster": "${aws_ecs_cluster.cluster.arn}" },
        }),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
  },
});
