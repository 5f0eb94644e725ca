import type { AlarmState } from "../../cloudwatch/alarm-rules";
import type { AlarmFact } from "../facts/alarms";
import type { Group } from "../facts/capacity";
import type { Service } from "../facts/services";
import type { Published } from "./event-bus";
import type { Instance } from "./instance";
import type { Task } from "./task";

/** Why a task stopped: API_Task, `stopCode`, as far as it comes to that on EC2. */
export type StopCode =
  | "EssentialContainerExited"
  | "ServiceSchedulerInitiated"
  | "TaskFailedToStart"
  | "TerminationNotice";

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
export const alarmStateChange = ({ name, arn }: AlarmFact, state: AlarmState, before: AlarmState): Published => ({
  source: "aws.cloudwatch",
  "detail-type": "CloudWatch Alarm State Change",
  resources: [arn],
  detail: { alarmName: name, state: { value: state }, previousState: { value: before } },
});

/** What ECS says of a service: its level and name. */
export const SERVICE_ACTIONS = {
  SERVICE_STEADY_STATE: "INFO",
  SERVICE_TASK_START_IMPAIRED: "WARN",
  SERVICE_TASK_PLACEMENT_FAILURE: "ERROR",
} as const;

/** @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html */
export const spotInterruption = (instance: Instance): Published => ({
  ...ofInstance("EC2 Spot Instance Interruption Warning", instance),
  detail: { "instance-id": instance.id, "instance-action": "terminate" },
});

/** @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html */
export const rebalanceRecommendation = (instance: Instance): Published => ({
  ...ofInstance("EC2 Instance Rebalance Recommendation", instance),
  detail: { "instance-id": instance.id },
});

const ofInstance = (type: string, { id, zone }: Instance) => ({
  source: "aws.ec2",
  "detail-type": type,
  // A zone where other ARNs have a region, and no account.
  resources: [`arn:aws:ec2:${zone}:instance/${id}`],
});

/** @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html */
export const launchUnsuccessful = ({ name, arn }: Group, why: string): Published => ({
  source: "aws.autoscaling",
  "detail-type": "EC2 Instance Launch Unsuccessful",
  resources: [arn],
  detail: { StatusCode: "Failed", AutoScalingGroupName: name, StatusMessage: why },
});

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html */
export const taskStateChange = (
  service: Service,
  { id, instance }: Task,
  lastStatus: "RUNNING" | "STOPPED",
  stop?: { readonly stopCode: StopCode; readonly stoppedReason: string },
): Published => {
  const [origin, cluster] = service.clusterArn.split(":cluster/");
  const taskArn = `${origin}:task/${cluster}/${id}`;
  return {
    source: "aws.ecs",
    "detail-type": "ECS Task State Change",
    resources: [taskArn],
    detail: {
      ...{ clusterArn: service.clusterArn, taskArn, group: `service:${service.name}`, launchType: "EC2" },
      ...{ availabilityZone: instance?.zone ?? null, desiredStatus: lastStatus, lastStatus, ...stop },
    },
  };
};

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html */
export const deploymentStateChange = (
  { arn, name }: Service,
  revision: number,
  state: "IN_PROGRESS" | "COMPLETED" | "FAILED",
  reason: string,
): Published => ({
  source: "aws.ecs",
  "detail-type": "ECS Deployment State Change",
  resources: [arn],
  detail: {
    eventType: state === "FAILED" ? "ERROR" : "INFO",
    eventName: `SERVICE_DEPLOYMENT_${state}`,
    deploymentId: `${name}/${revision}`,
    reason,
  },
});

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html */
export const serviceAction = (
  { arn, clusterArn }: Service,
  eventName: keyof typeof SERVICE_ACTIONS,
  reason?: string,
): Published => ({
  source: "aws.ecs",
  "detail-type": "ECS Service Action",
  resources: [arn],
  detail: { eventType: SERVICE_ACTIONS[eventName], eventName, clusterArn, ...(reason !== undefined && { reason }) },
});

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
export const executionStatusChange = (machineArn: string, execution: string, status: string): Published => {
  const executionArn = `${machineArn.replace(":stateMachine:", ":execution:")}:${execution}`;
  return {
    source: "aws.states",
    "detail-type": "Step Functions Execution Status Change",
    resources: [executionArn],
    detail: { executionArn, stateMachineArn: machineArn, name: execution, status },
  };
};
