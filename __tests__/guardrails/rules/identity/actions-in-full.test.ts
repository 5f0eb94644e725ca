import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.web_execution";

testRule("identity/actions-in-full", {
  fails: {
    "a family of actions is allowed": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy.Statement.2.Action", "ecr:Get*"),
    },
    "a role may be taken in any way": {
      at: "aws_iam_role.instance",
      edit: (json) => json.set("aws_iam_role.instance", "assume_role_policy.Statement.0.Action", "sts:*"),
    },
  },
  passes: {
    "what there is may be listed": (json) =>
      json.set(POLICY, "policy.Statement.5", {
        Sid: "Look",
        Effect: "Allow",
        Action: "ecr:Describe*",
        Resource: "arn:aws:ecr:us-east-1:000000000000:repository/web",
      }),
  },
});
