import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Notifications } from "../../src/platform/notifications";
import { addresses, environmentWith, resource, statements, synthesizeStack } from "../support/stack";

function notifications(emailAddresses: string[] = []) {
  const environment = environmentWith({ detection: { emailAddresses } });
  return synthesizeStack((stack) => {
    new Notifications(stack, "notifications", { environment, key: new KmsKey(stack, "key") });
  }, environment);
}

describe("Notifications", () => {
  test("makes a topic and a log group under the environment's key", () => {
    expect(resource(notifications(), "aws_sns_topic.notifications")).toMatchObject({
      name: "production-notifications",
      kms_master_key_id: "${aws_kms_key.key.arn}",
    });
    expect(resource(notifications(), "aws_cloudwatch_log_group.notifications_events")).toMatchObject({
      name: "/production/events",
      kms_key_id: "${aws_kms_key.key.arn}",
    });
  });

  test("lets the environment's alarms and rules publish, nobody else, and nobody without TLS", () => {
    const policy = statements(notifications(), "aws_sns_topic_policy.notifications");
    expect(policy.map(({ Sid }) => Sid)).toEqual(["Alarms", "EventRules", "DenyPlainHttp"]);
    expect(policy).toMatchObject([
      {
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Condition: {
          StringEquals: { "aws:SourceAccount": "000000000000" },
          ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:us-east-1:000000000000:alarm:production-*" },
        },
      },
      {
        Principal: { Service: "events.amazonaws.com" },
        Condition: { ArnLike: { "aws:SourceArn": "arn:aws:events:us-east-1:000000000000:rule/production-*" } },
      },
      { Effect: "Deny", Principal: { AWS: "*" }, Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ]);
  });

  test("lets the environment's rules, and no others, write to the log group", () => {
    const address = "aws_cloudwatch_log_resource_policy.notifications";
    expect(statements(notifications(), address, "policy_document")).toMatchObject([
      { Action: "logs:CreateLogStream", Resource: "${aws_cloudwatch_log_group.notifications_events.arn}:*" },
      {
        Action: "logs:PutLogEvents",
        Condition: { ArnLike: { "aws:SourceArn": "arn:aws:events:us-east-1:000000000000:rule/production-*" } },
      },
    ]);
  });

  test("subscribes each address under an address of its own, and nobody unless asked", () => {
    const type = "aws_sns_topic_subscription";
    expect(addresses(notifications(), type)).toEqual([]);
    const stack = notifications(["on-call@example.com", "ops@example.com"]);
    expect(addresses(stack, type)).toEqual([
      `${type}.notifications_on_call_example_com`,
      `${type}.notifications_ops_example_com`,
    ]);
    expect(resource(stack, `${type}.notifications_ops_example_com`)).toMatchObject({
      protocol: "email",
      endpoint: "ops@example.com",
    });
  });
});
