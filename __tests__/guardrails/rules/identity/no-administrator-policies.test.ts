import { testRule } from "../../../support/rule-test";

const LIST = "aws_iam_role_policy_attachments_exclusive.instance";

testRule("identity/no-administrator-policies", {
  fails: {
    "the exclusive list has one": {
      at: LIST,
      edit: (json) => json.set(LIST, "policy_arns", ["arn:aws:iam::aws:policy/AdministratorAccess"]),
    },
    "one is attached": {
      at: "aws_iam_role_policy_attachment.admin",
      edit: (json) =>
        json.add(
          "aws_iam_role_policy_attachment.admin",
          { role: "${aws_iam_role.instance.name}", policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" },
          "aws_iam_role_policy.instance",
        ),
    },
    "a whole service is attached": {
      at: LIST,
      edit: (json) => json.set(LIST, "policy_arns", ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]),
    },
    "the role itself has one": {
      at: "aws_iam_role.instance",
      edit: (json) =>
        json.set("aws_iam_role.instance", "managed_policy_arns", ["arn:aws:iam::aws:policy/IAMFullAccess"]),
    },
  },
  passes: {
    "a narrow one is attached": (json) =>
      json.set(LIST, "policy_arns", ["arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role"]),
  },
});
