import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const topic =
  (statement: object, type = "aws_sns_topic_policy") =>
  (json: TerraformJson) =>
    json.add(
      `${type}.own`,
      {
        arn: "arn:aws:sns:us-east-1:000000000000:own",
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "sns:Publish", Resource: "*", ...statement }],
        }),
      },
      "aws_vpc.network",
    );

testRule("identity/resource-policies-not-public", {
  fails: {
    "a topic is for anybody": { at: "aws_sns_topic_policy.own", edit: topic({ Principal: "*" }) },
    "anybody with an AWS account": { at: "aws_sns_topic_policy.own", edit: topic({ Principal: { AWS: "*" } }) },
    "all but somebody": {
      at: "aws_sns_topic_policy.own",
      edit: topic({ NotPrincipal: { AWS: "arn:aws:iam::000000000000:role/own" } }),
    },
    "a condition that keeps nobody out": {
      at: "aws_sns_topic_policy.own",
      edit: topic({ Principal: "*", Condition: { StringLike: { "aws:PrincipalArn": "*" } } }),
    },
    "a queue is": { at: "aws_sqs_queue_policy.own", edit: topic({ Principal: "*" }, "aws_sqs_queue_policy") },
    "a repository is": {
      at: "aws_ecr_repository_policy.own",
      edit: topic({ Principal: "*" }, "aws_ecr_repository_policy"),
    },
    "a secret is": {
      at: "aws_secretsmanager_secret_policy.own",
      edit: topic({ Principal: "*" }, "aws_secretsmanager_secret_policy"),
    },
  },
  undecided: {
    "a variable holds the policy": {
      at: "aws_sns_topic_policy.own",
      edit: (json) => json.add("aws_sns_topic_policy.own", { policy: "${var.policy}" }, "aws_vpc.network"),
    },
  },
  passes: {
    "one's own organization": topic({
      Principal: "*",
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-example" } },
    }),
    "a denial": topic({ Effect: "Deny", Principal: "*" }),
    "a service": topic({ Principal: { Service: "events.amazonaws.com" } }),
  },
});
