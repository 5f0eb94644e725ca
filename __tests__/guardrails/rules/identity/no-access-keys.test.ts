import { testRule } from "../../../support/rule-test";

testRule("identity/no-access-keys", {
  absent: true,
  fails: {
    "there is a user": {
      at: "aws_iam_user.ci",
      edit: (json) => json.add("aws_iam_user.ci", { name: "ci" }, "aws_iam_role_policy.instance"),
    },
    "there is a key": {
      at: "aws_iam_access_key.ci",
      edit: (json) => json.add("aws_iam_access_key.ci", { user: "ci" }, "aws_iam_role_policy.instance"),
    },
  },
});
