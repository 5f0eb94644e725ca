import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.web_execution";

testRule("identity/no-prefixes-of-names", {
  fails: {
    "a wildcard follows an ARN": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy.Statement.0.Resource", "${aws_cloudwatch_log_group.web.arn}*"),
    },
    "a condition's does": {
      at: "aws_iam_role_policy.instance",
      edit: (json) =>
        json.set("aws_iam_role_policy.instance", "policy.Statement.1.Condition.ArnEquals", {
          "ecs:cluster": "${aws_ecs_cluster.cluster.arn}*",
        }),
    },
  },
});
