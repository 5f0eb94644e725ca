import type { Environment } from "../../environments/schema";
import type { EventRow } from "./event-rule";

/** What is protected, as CloudTrail names it in a call's parameters: calls name some things by ARN, some by name. */
export interface Protected {
  readonly clusterArn: string;
  readonly groupNames: readonly string[];
  readonly loadBalancerArn: string;
  readonly keyArn: string;
  readonly keyId: string;
  readonly topicArn: string;
  readonly buckets: readonly string[];
  readonly lockTable: string;
}

/**
 * A protected resource, or a detector, changed by anybody but the role that applies Terraform and the automations that
 * change the group's mix on purpose. Needs a trail of management events in the account: EventBridge has calls from
 * CloudTrail alone. Calls of IAM and Route 53 are events of us-east-1 only, so neither is here; the next plan shows them.
 */
export function changedByHand(environment: Environment, watched: Protected): EventRow {
  const { name, region, accountId } = environment;
  const own = { prefix: `${name}-` };
  const listeners = `arn:aws:elasticloadbalancing:${region}:${accountId}:listener/app/${name}/`;
  return {
    name: "changed-by-hand",
    sentence: "Somebody changed a protected resource or a detector past Terraform.",
    runbook: "changed-by-hand",
    pattern: {
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventName: CHANGES,
        // What was refused changed nothing.
        errorCode: [{ exists: false }],
        userIdentity: {
          // AWS's own services, acting by themselves.
          invokedBy: [{ exists: false }],
          // Who isn't a role has no issuer: a user, or root.
          sessionContext: {
            sessionIssuer: { userName: [{ "anything-but": onPurpose(environment) }, { exists: false }] },
          },
        },
        requestParameters: {
          $or: [
            { cluster: [watched.clusterArn, name] },
            { clusterName: [watched.clusterArn, name] },
            { autoScalingGroupName: watched.groupNames },
            { loadBalancerArn: [watched.loadBalancerArn] },
            { listenerArn: [{ prefix: listeners }] },
            { keyId: [watched.keyArn, watched.keyId] },
            { bucketName: watched.buckets },
            { tableName: [watched.lockTable] },
            { topicArn: [watched.topicArn] },
            { alarmName: [own] },
            { alarmNames: [own] },
            { name: [own] },
            { rule: [own] },
          ],
        },
      },
    },
    message: "<who> called <call> on a protected resource or a detector (<service>, <time>).",
    fields: {
      who: "$.detail.userIdentity.arn",
      call: "$.detail.eventName",
      service: "$.detail.eventSource",
      time: "$.time",
    },
  };
}

/** Roles that change these things on purpose. */
function onPurpose({ name, capacity }: Environment): readonly string[] {
  return [
    `${name}-terraform-apply`,
    ...capacity.generations.map((generation) => `${name}-spot-fallback-${generation}`),
  ];
}

/** Calls that take something away or weaken it, of the services whose resources are protected or watch. */
const CHANGES = [
  // ECS
  "DeleteCluster",
  "UpdateCluster",
  "PutClusterCapacityProviders",
  // Auto Scaling
  "DeleteAutoScalingGroup",
  "UpdateAutoScalingGroup",
  "SuspendProcesses",
  // Elastic Load Balancing
  "DeleteLoadBalancer",
  "ModifyLoadBalancerAttributes",
  "DeleteListener",
  "ModifyListener",
  // KMS
  "DisableKey",
  "DisableKeyRotation",
  "PutKeyPolicy",
  "ScheduleKeyDeletion",
  // S3
  "DeleteBucket",
  "DeleteBucketPolicy",
  "PutBucketPolicy",
  "PutBucketVersioning",
  "PutBucketPublicAccessBlock",
  "DeleteBucketPublicAccessBlock",
  // DynamoDB
  "DeleteTable",
  "UpdateTable",
  // The detectors: CloudWatch, EventBridge, SNS
  "DeleteAlarms",
  "DisableAlarmActions",
  "PutMetricAlarm",
  "PutCompositeAlarm",
  "DeleteRule",
  "DisableRule",
  "RemoveTargets",
  "DeleteTopic",
  "SetTopicAttributes",
];
