import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const topic =
  (service: string, further: object = {}, type = "aws_sns_topic_policy") =>
  (json: TerraformJson) => {
    const principal = { Service: service };
    const statement = { Effect: "Allow", Action: "sns:Publish", Resource: "*", Principal: principal, ...further };
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    json.add(`${type}.own`, { policy, policy_document: policy }, "aws_vpc.network");
  };
const permission = (further: { [attribute: string]: string }) => (json: TerraformJson) =>
  json.add(
    "aws_lambda_permission.own",
    { action: "lambda:InvokeFunction", function_name: "own", principal: "events.amazonaws.com", ...further },
    "aws_vpc.network",
  );

testRule("identity/grants-to-services-name-their-source", {
  fails: {
    "any rule of the account": {
      at: "aws_sns_topic_policy.own",
      edit: topic("events.amazonaws.com", { Condition: { StringEquals: { "aws:SourceAccount": "000000000000" } } }),
    },
    "rules of any account": { at: "aws_sns_topic_policy.own", edit: topic("events.amazonaws.com") },
    "alarms of any account": { at: "aws_sns_topic_policy.own", edit: topic("cloudwatch.amazonaws.com") },
    "buckets of any account": {
      at: "aws_sqs_queue_policy.own",
      edit: topic("s3.amazonaws.com", {}, "aws_sqs_queue_policy"),
    },
    "topics of any account": {
      at: "aws_sqs_queue_policy.own",
      edit: topic("sns.amazonaws.com", {}, "aws_sqs_queue_policy"),
    },
    "deliveries of logs, of any account": {
      at: "aws_cloudwatch_log_resource_policy.own",
      edit: topic("delivery.logs.amazonaws.com", { Action: "logs:PutLogEvents" }, "aws_cloudwatch_log_resource_policy"),
    },
    "access logs of any account": {
      at: "aws_s3_bucket_policy.state_access_logs",
      edit: (json) => json.unset("aws_s3_bucket_policy.state_access_logs", "policy.Statement.1.Condition"),
    },
    "whatever the source": {
      at: "aws_sns_topic_policy.own",
      edit: topic("events.amazonaws.com", { Condition: { ArnLike: { "aws:SourceArn": "*" } } }),
    },
    "a function is called for anybody": { at: "aws_lambda_permission.own", edit: permission({}) },
  },
  undecided: {
    "a variable holds the policy": {
      at: "aws_sns_topic_policy.own",
      edit: (json) => json.add("aws_sns_topic_policy.own", { policy: "${var.policy}" }, "aws_vpc.network"),
    },
  },
  passes: {
    "this account's": topic("s3.amazonaws.com", {
      Condition: { StringEquals: { "aws:SourceAccount": "000000000000" } },
    }),
    "one rule": topic("events.amazonaws.com", {
      Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:events:us-east-1:000000000000:rule/own" } },
    }),
    "a stream is made, and nothing written": topic("events.amazonaws.com", { Action: "logs:CreateLogStream" }),
    "load balancers, which say no source": topic("logdelivery.elasticloadbalancing.amazonaws.com"),
    "a function is called for one rule": permission({ source_arn: "arn:aws:events:us-east-1:000000000000:rule/own" }),
  },
});
