import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.terraform_apply";
const READ_1 = "aws_iam_policy.terraform_read_1";
const READ_2 = "aws_iam_policy.terraform_read_2";
const WRITE_5 = "aws_iam_policy.terraform_write_5";

testRule("identity/pipelines-call-the-whole", {
  fails: {
    "target tracking can't make its alarms": {
      at: ROLE,
      edit: (json) => json.unset("aws_iam_policy.terraform_write_1", "policy.Statement.9"),
    },
    "it may request certificates, and not look at them": {
      at: ROLE,
      edit: (json) => json.unset(READ_1, "policy.Statement.0"),
    },
    "it may tag alarms, and not read their tags": {
      at: ROLE,
      edit: (json) => json.unset(READ_1, "policy.Statement.4"),
    },
    "it may make some roles, and not read these": {
      at: ROLE,
      edit: (json) => json.unset(READ_2, "policy.Statement.3"),
    },
    "it may make zones, and no records in them": {
      at: ROLE,
      edit: (json) => json.unset(WRITE_5, "policy.Statement.2"),
    },
    "it may change zones, and not make them": { at: ROLE, edit: (json) => json.unset(WRITE_5, "policy.Statement.4") },
  },
  undecided: {
    "another policy is attached that isn't in the plan": {
      at: ROLE,
      edit: (json) => {
        json.unset(READ_1, "policy.Statement.0");
        json.add(
          "aws_iam_role_policy_attachment.more",
          { role: "${aws_iam_role.terraform_apply.name}", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
          ROLE,
        );
      },
    },
  },
  passes: {
    "it is denied what it doesn't do": (json) => {
      json.unset(WRITE_5, "policy.Statement.4");
      json.set("aws_iam_role_policy.terraform_apply", "policy.Statement.22.Action", [
        "route53:DeleteHostedZone",
        "route53:CreateHostedZone",
      ]);
    },
  },
});
