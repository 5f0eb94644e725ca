import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { clusterName } from "./adopted";
import { accountPrincipal, administrationStatement, deletionWindowInDays } from "./key-policy";
import { notificationsTopicArn } from "./notifications";
import { policyDocument, type Statement } from "./policy";
import { protectedLifecycle } from "./protection";

export interface EncryptionProps {
  readonly environment: Environment;
  /** ARN of Auto Scaling's service-linked role, which launches instances with encrypted volumes. */
  readonly autoScalingRoleArn: string;
}

/**
 * The environment's key: logs, root volumes, ECS Exec sessions and notifications are encrypted under it, each by its own
 * statement.
 */
export class Encryption extends Construct {
  readonly key: KmsKey;

  constructor(scope: Construct, id: string, { environment, autoScalingRoleArn }: EncryptionProps) {
    super(scope, id);
    this.key = new KmsKey(this, "Resource", {
      description: `Logs, volumes, ECS Exec sessions and notifications of ${environment.name}`,
      enableKeyRotation: true,
      deletionWindowInDays: deletionWindowInDays(environment),
      policy: policyDocument([
        administrationStatement(environment),
        logsStatement(environment),
        ...volumeStatements(autoScalingRoleArn),
        execStatement(environment),
        ...notificationStatements(environment),
      ]),
      lifecycle: protectedLifecycle(environment),
    });
    new KmsAlias(this, "Alias", { name: `alias/${environment.name}`, targetKeyId: this.key.keyId });
  }
}

/**
 * CloudWatch Logs, for the environment's log groups only: it names the group in the encryption context. AWS's own example
 * has `kms:Describe*` beside these, which has no such context, and so is never allowed by it.
 */
function logsStatement(environment: Environment): Statement {
  const { name, region, accountId } = environment;
  const groups = `arn:aws:logs:${region}:${accountId}:log-group`;
  return {
    Sid: "LogGroups",
    Principal: { Service: `logs.${region}.amazonaws.com` },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: {
      ArnLike: {
        "kms:EncryptionContext:aws:logs:arn": [
          `${groups}:/${name}/*`,
          `${groups}:/aws/ecs/containerinsights/${clusterName(environment)}/*`,
        ],
      },
    },
  };
}

/**
 * What AWS's "Required KMS key policy for use with encrypted volumes" asks for. Without the second statement, the
 * grant that EC2 attaches the volume by, no instance ever launches, and the Auto Scaling group says only
 * `Client.InternalError`.
 */
function volumeStatements(autoScalingRoleArn: string): Statement[] {
  const principal = { AWS: autoScalingRoleArn };
  return [
    {
      Sid: "Volumes",
      Principal: principal,
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: "*",
    },
    {
      Sid: "VolumeGrants",
      Principal: principal,
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/** ECS Exec into this cluster, for whom IAM allows it: both ends of a session name the task in the encryption context. */
function execStatement(environment: Environment): Statement {
  return {
    Sid: "ExecSessions",
    Principal: accountPrincipal(environment),
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: { StringLike: { "kms:EncryptionContext:aws:ssm:TargetId": `ecs:${clusterName(environment)}_*` } },
  };
}

/**
 * Who publishes to the notifications' topic encrypts under its key: alarms, rules, and roles whose IAM policy lets them.
 * SNS names the topic in the encryption context. It supports no `aws:SourceAccount` for EventBridge, whose events would
 * be lost without a word (SNS, "Managing encryption keys"); the topic's own policy says which rules publish.
 */
function notificationStatements(environment: Environment): Statement[] {
  const use = { Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: "*" };
  const forTopic = { "kms:EncryptionContext:aws:sns:topicArn": notificationsTopicArn(environment) };
  return [
    {
      Sid: "Alarms",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      ...use,
      Condition: { StringEquals: { ...forTopic, "aws:SourceAccount": environment.accountId } },
    },
    {
      Sid: "EventRules",
      Principal: { Service: "events.amazonaws.com" },
      ...use,
      Condition: { StringEquals: forTopic },
    },
    {
      Sid: "Publishers",
      Principal: accountPrincipal(environment),
      ...use,
      Condition: { StringEquals: { ...forTopic, "kms:ViaService": `sns.${environment.region}.amazonaws.com` } },
    },
  ];
}
