import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { EncryptedLogGroup } from "./log-group";
import { policyDocument, type Statement } from "./policy";

export interface NotificationsProps {
  readonly environment: Environment;
  readonly key: KmsKey;
}

/** ARN of the topic, for policies that must stand before it. */
export function notificationsTopicArn({ name, region, accountId }: Environment): string {
  return `arn:aws:sns:${region}:${accountId}:${name}-notifications`;
}

/**
 * Where everything goes that a person should know: a topic that mails it, and a log group that keeps the events as they
 * came. A role of the account publishes to the topic if its own IAM policy lets it.
 */
export class Notifications extends Construct {
  readonly topic: SnsTopic;
  readonly logGroup: EncryptedLogGroup;
  /** What must stand before a rule may lead here: until then its events are lost without a word. */
  readonly policies: readonly [SnsTopicPolicy, CloudwatchLogResourcePolicy];

  constructor(scope: Construct, id: string, { environment, key }: NotificationsProps) {
    super(scope, id);
    const { name } = environment;
    this.topic = new SnsTopic(this, "Resource", {
      name: `${name}-notifications`,
      displayName: name,
      kmsMasterKeyId: key.arn,
    });
    const topicPolicy = new SnsTopicPolicy(this, "Policy", {
      arn: this.topic.arn,
      policy: policyDocument(topicStatements(environment, this.topic)),
    });
    for (const address of environment.detection.emailAddresses) {
      new SnsTopicSubscription(this, address.toLowerCase().replaceAll(/[^a-z0-9]/g, "_"), {
        topicArn: this.topic.arn,
        protocol: "email",
        endpoint: address,
      });
    }
    this.logGroup = new EncryptedLogGroup(this, "events", { name: `/${name}/events`, environment, key });
    const { arn } = this.logGroup.group;
    const logPolicy = new CloudwatchLogResourcePolicy(this, "Events", {
      policyName: `${name}-events`,
      policyDocument: policyDocument(logStatements(environment, arn)),
    });
    this.policies = [topicPolicy, logPolicy];
  }
}

/** Rules of this environment. */
function rulesOf({ name, region, accountId }: Environment): string {
  return `arn:aws:events:${region}:${accountId}:rule/${name}-*`;
}

function topicStatements(environment: Environment, topic: SnsTopic): Statement[] {
  const { name, region, accountId } = environment;
  const publish = { Action: "sns:Publish", Resource: topic.arn };
  return [
    {
      Sid: "Alarms",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      ...publish,
      Condition: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}-*` },
      },
    },
    {
      Sid: "EventRules",
      Principal: { Service: "events.amazonaws.com" },
      ...publish,
      Condition: { ArnLike: { "aws:SourceArn": rulesOf(environment) } },
    },
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: { AWS: "*" },
      ...publish,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}

/** As AWS writes it ("Using resource-based policies for EventBridge"): a stream is made without naming the rule. */
function logStatements(environment: Environment, groupArn: string): Statement[] {
  const events = {
    Principal: { Service: ["events.amazonaws.com", "delivery.logs.amazonaws.com"] },
    Resource: `${groupArn}:*`,
  };
  return [
    { Sid: "MakeStreams", ...events, Action: "logs:CreateLogStream" },
    {
      Sid: "WriteEvents",
      ...events,
      Action: "logs:PutLogEvents",
      Condition: { ArnLike: { "aws:SourceArn": rulesOf(environment) } },
    },
  ];
}
