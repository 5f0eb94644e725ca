import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import type { CapacityGeneration } from "./capacity-generation";
import { onCall } from "./detection/runbook";
import type { Notifications } from "./notifications";
import type { Statement } from "./policy";
import { spotFallbackDefinition } from "./spot-fallback-definition";
import { StateMachine, stateMachineArn } from "./state-machine";
import type { UndeliveredEvents } from "./undelivered-events";

export interface SpotFallbackProps {
  readonly environment: Environment;
  readonly capacity: CapacityGeneration;
  readonly cluster: EcsCluster;
  readonly key: KmsKey;
  readonly notifications: Notifications;
  readonly undelivered: UndeliveredEvents;
}

/** In the morning of Europe, before that of America: what it says can wait for neither's night. */
const DAILY = "cron(17 9 * * ? *)";
/** Seconds for which a wake-up is worth it: afterwards there were others. */
const USEFUL_SECONDS = 3600;

/**
 * Moves one group's share of On-Demand: up while Spot has no instances, which the group never does by itself
 * (aws/containers-roadmap#773), and down again. Three things wake it: a launch that failed, tasks that wait, the day.
 */
export class SpotFallback extends Construct {
  constructor(scope: Construct, id: string, props: SpotFallbackProps) {
    super(scope, id);
    const { environment, capacity, key, notifications, undelivered } = props;
    const { maxOnDemandPercent, stepPercent, checkMinutes, holdMinutes } = environment.automation.spotFallback;
    const name = `spot-fallback-${capacity.generation}`;
    const alarm = this.tasksWaiting(props);
    new StateMachine(this, "Machine", {
      environment,
      name,
      description: `moves the On-Demand share of ${capacity.name}`,
      key,
      undelivered,
      definition: spotFallbackDefinition({
        // The name, by the one attribute of it that isn't known before the group is there.
        groupName: capacity.group.id,
        title: capacity.name,
        topicArn: notifications.topic.arn,
        floorPercent: environment.capacity.onDemandPercentageAboveBase,
        boundPercent: maxOnDemandPercent,
        stepPercent,
        checkMinutes,
        holdMinutes,
      }),
      statements: statements(props, name),
      triggers: {
        "launch-failed": {
          description: `${capacity.name} couldn't launch an instance`,
          usefulForSeconds: USEFUL_SECONDS,
          input: { reason: "a launch failed" },
          eventPattern: {
            source: ["aws.autoscaling"],
            "detail-type": ["EC2 Instance Launch Unsuccessful"],
            detail: { AutoScalingGroupName: [capacity.group.name] },
          },
        },
        "tasks-waiting": {
          description: `Tasks wait for instances of ${capacity.name}`,
          usefulForSeconds: USEFUL_SECONDS,
          input: { reason: "tasks wait for instances" },
          eventPattern: {
            source: ["aws.cloudwatch"],
            "detail-type": ["CloudWatch Alarm State Change"],
            resources: [alarm.arn],
            detail: { state: { value: ["ALARM"] } },
          },
        },
        daily: {
          description: `Once a day: sets back what was left behind of ${capacity.name}'s On-Demand share`,
          usefulForSeconds: USEFUL_SECONDS,
          input: { reason: "the daily check", rehearsal: true },
          scheduleExpression: DAILY,
        },
      },
    });
  }

  /** EventBridge delivers launches that failed as well as it can; waiting tasks are seen without it. */
  private tasksWaiting({ environment, capacity, cluster }: SpotFallbackProps): CloudwatchMetricAlarm {
    const { waitingMinutes } = environment.automation.spotFallback;
    return new CloudwatchMetricAlarm(this, "tasks_waiting", {
      alarmName: `${capacity.name}-tasks-waiting`,
      alarmDescription: onCall(environment, {
        sentence: `More than 100 % of ${capacity.name} has been asked for, for ${waitingMinutes} minutes: tasks wait for instances, and the Spot fallback looks into it.`,
        runbook: "capacity-short",
      }),
      namespace: "AWS/ECS/ManagedScaling",
      metricName: "CapacityProviderReservation",
      dimensions: { ClusterName: cluster.name, CapacityProviderName: capacity.provider.name },
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: waitingMinutes,
      // At 100, each instance has a task; above, there are tasks that none has room for.
      comparisonOperator: "GreaterThanThreshold",
      threshold: 100,
      // A provider that nothing runs on measures nothing.
      treatMissingData: "notBreaching",
    });
  }
}

function statements({ environment, capacity, key, notifications }: SpotFallbackProps, name: string): Statement[] {
  const { topic } = notifications;
  return [
    { Sid: "MoveTheShare", Action: "autoscaling:UpdateAutoScalingGroup", Resource: capacity.group.arn },
    // IAM knows no resource for either.
    {
      Sid: "Look",
      Action: ["autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeScalingActivities"],
      Resource: "*",
    },
    { Sid: "FindOldest", Action: "states:ListExecutions", Resource: stateMachineArn(environment, name) },
    { Sid: "Tell", Action: "sns:Publish", Resource: topic.arn },
    {
      Sid: "EncryptWhatIsTold",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: key.arn,
      Condition: {
        StringEquals: {
          "kms:ViaService": `sns.${environment.region}.amazonaws.com`,
          "kms:EncryptionContext:aws:sns:topicArn": topic.arn,
        },
      },
    },
  ];
}
