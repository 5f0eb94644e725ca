import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.terraform_apply";
const POLICY = "aws_iam_policy.terraform_write_4";

testRule("identity/service-linked-roles-makeable", {
  fails: {
    "it may make clusters, and not the role of ECS": {
      at: ROLE,
      edit: (json) => json.unset(POLICY, "policy.Statement.5"),
    },
    "it may launch instances, and not make the role of Spot": {
      at: ROLE,
      edit: (json) => json.unset(POLICY, "policy.Statement.8"),
    },
  },
  undecided: {
    "another policy is attached that isn't in the plan": {
      at: ROLE,
      edit: (json) => {
        json.unset(POLICY, "policy.Statement.5");
        json.add(
          "aws_iam_role_policy_attachment.more",
          { role: "${aws_iam_role.terraform_apply.name}", policy_arn: "arn:aws:iam::aws:policy/PowerUserAccess" },
          ROLE,
        );
      },
    },
  },
});
