import { testRule } from "../../../support/rule-test";

const ARN = "arn:aws:iam::aws:policy/ReadOnlyAccess";

testRule("identity/policies-on-roles-only", {
  absent: true,
  fails: {
    "a policy is attached to a user": {
      at: "aws_iam_user_policy_attachment.own",
      edit: (json) =>
        json.add("aws_iam_user_policy_attachment.own", { user: "own", policy_arn: ARN }, "aws_iam_role.instance"),
    },
    "a user has one of his own": {
      at: "aws_iam_user_policy.own",
      edit: (json) => json.add("aws_iam_user_policy.own", { user: "own", policy: "{}" }, "aws_iam_role.instance"),
    },
    "an attachment names users among others": {
      at: "aws_iam_policy_attachment.own",
      edit: (json) => {
        const attachment = { name: "own", policy_arn: ARN, roles: ["role"], users: ["own"] };
        json.add("aws_iam_policy_attachment.own", attachment, "aws_iam_role.instance");
      },
    },
  },
  passes: {
    "an attachment to a role": (json) =>
      json.add(
        "aws_iam_policy_attachment.own",
        { name: "own", policy_arn: ARN, roles: ["role"], users: [] },
        "aws_iam_role.instance",
      ),
  },
});
