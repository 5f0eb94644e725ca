import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.instance";
const LIST = "aws_iam_role_policy_attachments_exclusive.instance";

testRule("identity/exclusive-attachments", {
  fails: {
    "the list is gone": { at: "aws_iam_role.instance", edit: (json) => json.remove(LIST) },
    "the list is another role's": {
      at: "aws_iam_role.instance",
      edit: (json) => json.set(LIST, "role_name", "${aws_iam_role.web_task.name}"),
    },
    "the list lacks an attachment of the plan": {
      at: LIST,
      edit: (json) =>
        json.add(
          "aws_iam_role_policy_attachment.agent",
          { role: "${aws_iam_role.instance.name}", policy_arn: "arn:aws:iam::aws:policy/Agent" },
          POLICY,
        ),
    },
    "nothing attaches what it lists": {
      at: "aws_iam_role_policy_attachments_exclusive.terraform_plan",
      edit: (json) => json.remove("aws_iam_role_policy_attachment.terraform_plan_read_1"),
    },
    "the list isn't set": { at: LIST, edit: (json) => json.unset(LIST, "policy_arns") },
  },
  undecided: {
    "the list is known only at apply": {
      at: LIST,
      edit: (json) => {
        json.add(
          "aws_iam_role_policy_attachment.agent",
          { role: "${aws_iam_role.instance.name}", policy_arn: "arn:aws:iam::aws:policy/Agent" },
          POLICY,
        );
        json.set(LIST, "policy_arns", "${var.from_outside}");
      },
    },
  },
  passes: {
    "the list has the attachment of the plan": (json) => {
      json.add(
        "aws_iam_role_policy_attachment.agent",
        { role: "${aws_iam_role.instance.name}", policy_arn: "arn:aws:iam::aws:policy/Agent" },
        POLICY,
      );
      json.set(LIST, "policy_arns", ["arn:aws:iam::aws:policy/Agent"]);
    },
  },
});
