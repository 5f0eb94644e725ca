import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.terraform_apply";

testRule("identity/calls-on-all-their-resources", {
  fails: {
    "NAT gateways may be made, and no address put on them": {
      at: ROLE,
      edit: (json) => json.unset("aws_iam_policy.terraform_write_2", "policy.Statement.10"),
    },
    "instances may be launched from no image": {
      at: ROLE,
      edit: (json) => json.unset("aws_iam_policy.terraform_write_3", "policy.Statement.10"),
    },
    "keys may have a name, and no name a key": {
      at: ROLE,
      edit: (json) => json.unset("aws_iam_policy.terraform_write_4", "policy.Statement.12"),
    },
  },
  undecided: {
    "another policy is attached that isn't in the plan": {
      at: ROLE,
      edit: (json) => {
        json.unset("aws_iam_policy.terraform_write_3", "policy.Statement.10");
        json.add(
          "aws_iam_role_policy_attachment.more",
          { role: "${aws_iam_role.terraform_apply.name}", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
          ROLE,
        );
      },
    },
  },
  passes: {
    "on everything": (json) => {
      json.unset("aws_iam_policy.terraform_write_3", "policy.Statement.10");
      json.set("aws_iam_policy.terraform_write_3", "policy.Statement.10.Resource", ["*"]);
    },
  },
});
