import { testRule } from "../../../support/rule-test";

testRule("instance/session-manager-permitted", {
  fails: {
    "it may not open channels": {
      at: "aws_iam_role.instance",
      edit: (json) => json.unset("aws_iam_role_policy.instance", "policy.Statement.4"),
    },
    "it may not register": {
      at: "aws_iam_role.instance",
      edit: (json) => json.unset("aws_iam_role_policy.instance", "policy.Statement.3"),
    },
  },
  undecided: {
    "a policy of AWS's may allow it": {
      at: "aws_iam_role.instance",
      edit: (json) => {
        json.unset("aws_iam_role_policy.instance", "policy.Statement.3");
        const policy = "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role";
        json.add(
          "aws_iam_role_policy_attachment.instance",
          { role: "${aws_iam_role.instance.name}", policy_arn: policy },
          "aws_iam_role.instance",
        );
      },
    },
  },
  passes: {
    "AWS's policy for it is attached": (json) => {
      json.unset("aws_iam_role_policy.instance", "policy.Statement.3");
      const policy = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
      json.add(
        "aws_iam_role_policy_attachment.instance",
        { role: "${aws_iam_role.instance.name}", policy_arn: policy },
        "aws_iam_role.instance",
      );
    },
  },
});
