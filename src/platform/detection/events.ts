import type { Environment } from "../../environments/schema";
import type { EventRow } from "./event-rule";

/** What the patterns are held to; each may hold references. */
export interface Watched {
  readonly clusterArn: string;
  readonly groupNames: readonly string[];
}

/** Of any instance of the account: the event names the instance, and nothing that it belongs to. */
export const spotInterruption: EventRow = {
  name: "spot-interruption",
  sentence: "AWS takes a Spot instance back, two minutes after this.",
  runbook: "spot-interruption",
  pattern: { source: ["aws.ec2"], "detail-type": ["EC2 Spot Instance Interruption Warning"] },
  message: "AWS takes the Spot instance <instance> back (<action>), two minutes after <time>.",
  fields: { instance: "$.detail.instance-id", action: "$.detail.instance-action", time: "$.time" },
};

export const rebalanceRecommendation: EventRow = {
  name: "rebalance-recommendation",
  sentence: "A Spot instance is likely to be taken back soon; the group launches another one first.",
  runbook: "rebalance-recommendation",
  pattern: { source: ["aws.ec2"], "detail-type": ["EC2 Instance Rebalance Recommendation"] },
  message: "The Spot instance <instance> is likely to be taken back soon (<time>).",
  fields: { instance: "$.detail.instance-id", time: "$.time" },
};

/** A task that never started has no log: its reason is in this event alone, and in ECS for an hour. */
export function taskFailedToStart({ clusterArn }: Watched): EventRow {
  return {
    name: "task-failed-to-start",
    sentence: "A task stopped before it ran: its image, a secret, its network or its role.",
    runbook: "task-failed-to-start",
    pattern: {
      source: ["aws.ecs"],
      "detail-type": ["ECS Task State Change"],
      detail: { clusterArn: [clusterArn], lastStatus: ["STOPPED"], stopCode: ["TaskFailedToStart"] },
    },
    message: "A task of <group> failed to start: <reason> (<task>)",
    fields: { group: "$.detail.group", reason: "$.detail.stoppedReason", task: "$.detail.taskArn" },
  };
}

export function deploymentFailed(environment: Environment): EventRow {
  return {
    name: "deployment-failed",
    sentence: "ECS gave a deployment up, and rolls it back.",
    runbook: "deployment-failed",
    pattern: {
      source: ["aws.ecs"],
      "detail-type": ["ECS Deployment State Change"],
      // The event has no cluster but in the service's ARN.
      resources: [{ prefix: `${servicesOf(environment)}/` }],
      detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
    },
    message: "The deployment <deployment> failed: <reason> (<service>)",
    fields: { deployment: "$.detail.deploymentId", reason: "$.detail.reason", service: "$.resources[0]" },
  };
}

/** Every service action that is a warning or an error of the scheduler's; the rest are news. */
export function serviceImpaired({ clusterArn }: Watched): EventRow {
  return {
    name: "service-impaired",
    sentence: "ECS can't start or place a service's tasks, and goes on trying ever more slowly.",
    runbook: "service-impaired",
    pattern: {
      source: ["aws.ecs"],
      "detail-type": ["ECS Service Action"],
      detail: {
        clusterArn: [clusterArn],
        eventName: [
          "SERVICE_TASK_START_IMPAIRED",
          "SERVICE_TASK_PLACEMENT_FAILURE",
          "SERVICE_TASK_CONFIGURATION_FAILURE",
          "ECS_OPERATION_THROTTLED",
        ],
      },
    },
    message: "<service> is impaired: <event> <reason>",
    fields: { service: "$.resources[0]", event: "$.detail.eventName", reason: "$.detail.reason" },
  };
}

export function launchFailed({ groupNames }: Watched): EventRow {
  return {
    name: "launch-failed",
    sentence: "An instance couldn't be launched; the group tries again.",
    runbook: "launches-fail",
    pattern: {
      source: ["aws.autoscaling"],
      "detail-type": ["EC2 Instance Launch Unsuccessful"],
      detail: { AutoScalingGroupName: groupNames },
    },
    message: "The group <group> couldn't launch an instance: <reason>",
    fields: { group: "$.detail.AutoScalingGroupName", reason: "$.detail.StatusMessage" },
  };
}

export function stateMachineFailed({ name, region, accountId }: Environment): EventRow {
  return {
    name: "state-machine-failed",
    sentence: "An automation of the platform ended without having done its work.",
    runbook: "state-machine-failed",
    pattern: {
      source: ["aws.states"],
      "detail-type": ["Step Functions Execution Status Change"],
      detail: {
        status: ["FAILED", "TIMED_OUT", "ABORTED"],
        stateMachineArn: [{ prefix: `arn:aws:states:${region}:${accountId}:stateMachine:${name}-` }],
      },
    },
    message: "<machine> ended as <status>: <error> <cause> (<execution>)",
    fields: {
      machine: "$.detail.stateMachineArn",
      status: "$.detail.status",
      error: "$.detail.error",
      cause: "$.detail.cause",
      execution: "$.detail.name",
    },
  };
}

function servicesOf({ name, region, accountId }: Environment): string {
  return `arn:aws:ecs:${region}:${accountId}:service/${name}`;
}
