import { testRule } from "../../../support/rule-test";

testRule("identity/no-credentials-handed-out", {
  fails: {
    "a password of a Windows instance": {
      at: "aws_iam_role_policy.instance",
      edit: (json) => json.set("aws_iam_role_policy.instance", "policy.Statement.0.Action", "ec2:GetPasswordData"),
    },
    "a token of a session": {
      at: "aws_iam_role_policy.instance",
      edit: (json) => json.set("aws_iam_role_policy.instance", "policy.Statement.0.Action.0", "sts:GetSessionToken"),
    },
    "a key, on one user": {
      at: "aws_iam_policy.own",
      edit: (json) => {
        const user = "arn:aws:iam::000000000000:user/own";
        const statement = { Effect: "Allow", Action: "iam:UpdateAccessKey", Resource: user };
        json.add(
          "aws_iam_policy.own",
          { policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) },
          "aws_iam_role.instance",
        );
      },
    },
    "by a pattern": {
      at: "aws_iam_role_policy.instance",
      edit: (json) => json.set("aws_iam_role_policy.instance", "policy.Statement.0.Action.0", "sts:Get*Token"),
    },
  },
  undecided: {
    "a variable holds the policy": {
      at: "aws_iam_role_policy.instance",
      edit: (json) => json.set("aws_iam_role_policy.instance", "policy", "${var.policy}"),
    },
  },
  passes: {
    "the token of ECR": (json) =>
      json.set("aws_iam_role_policy.instance", "policy.Statement.0.Action.0", "ecr:GetAuthorizationToken"),
  },
});
