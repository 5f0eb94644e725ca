import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.terraform_apply";
const POLICY = "aws_iam_policy.terraform_write_2";

testRule("identity/pipelines-whole", {
  fails: {
    "it may delete subnets, and not make them": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.15") },
    "it may make route tables, and not delete them": {
      at: ROLE,
      edit: (json) => json.unset(POLICY, "policy.Statement.3"),
    },
    "it may make queues, and not read them": {
      at: ROLE,
      edit: (json) => json.unset("aws_iam_policy.terraform_read_2", "policy.Statement.11"),
    },
    "it may read machines, and not change them": {
      at: ROLE,
      edit: (json) => json.unset("aws_iam_policy.terraform_write_5", "policy.Statement.10"),
    },
    "it may make roles, and not pass them": {
      at: ROLE,
      edit: (json) => json.unset("aws_iam_policy.terraform_write_5", "policy.Statement.16"),
    },
  },
  undecided: {
    "another policy is attached that isn't in the plan": {
      at: ROLE,
      edit: (json) => {
        json.unset(POLICY, "policy.Statement.15");
        json.add(
          "aws_iam_role_policy_attachment.more",
          { role: "${aws_iam_role.terraform_apply.name}", policy_arn: "arn:aws:iam::aws:policy/PowerUserAccess" },
          ROLE,
        );
      },
    },
  },
  passes: {
    "a wildcard lets it do the rest": (json) => {
      json.unset(POLICY, "policy.Statement.15");
      json.set(POLICY, "policy.Statement.1.Action", "ec2:*");
    },
  },
});
