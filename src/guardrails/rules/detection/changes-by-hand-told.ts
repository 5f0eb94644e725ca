import type { EventFields, EventValue } from "../../../cloudwatch/event-patterns";
import type { Plan, Resource } from "../../../plan/plan";
import type { Check } from "../../rule";
import { type EventMode, judgeTold } from "../../vocabulary/event-detection";
import { fallbacksOf } from "../../vocabulary/spot-fallbacks";
import { clusterGroups, clustersOnInstances } from "../../vocabulary/watched";

/** Of plans that run services of ECS on instances. */
export const changesByHandTold: Check = (plan) =>
  clustersOnInstances(plan).length === 0
    ? []
    : judgeTold(
        plan,
        TAKING_AWAY.flatMap((call) => modesOf(plan, call)),
      );

/** A call that takes something away, and how it names what. */
interface Call {
  readonly type: string;
  readonly service: string;
  readonly eventName: string;
  readonly parameter: string;
  /** Whether it may name several. @default false */
  readonly isOfMany?: boolean;
}

const TAKING_AWAY: readonly Call[] = [
  { type: "aws_lb", service: "elasticloadbalancing", eventName: "DeleteLoadBalancer", parameter: "loadBalancerArn" },
  { type: "aws_lb_listener", service: "elasticloadbalancing", eventName: "DeleteListener", parameter: "listenerArn" },
  { type: "aws_ecs_cluster", service: "ecs", eventName: "DeleteCluster", parameter: "cluster" },
  {
    type: "aws_autoscaling_group",
    service: "autoscaling",
    eventName: "DeleteAutoScalingGroup",
    parameter: "autoScalingGroupName",
  },
  { type: "aws_kms_key", service: "kms", eventName: "ScheduleKeyDeletion", parameter: "keyId" },
  { type: "aws_s3_bucket", service: "s3", eventName: "DeleteBucketPolicy", parameter: "bucketName" },
  { type: "aws_sns_topic", service: "sns", eventName: "DeleteTopic", parameter: "topicArn" },
  { type: "aws_cloudwatch_event_rule", service: "events", eventName: "DisableRule", parameter: "name" },
  { type: "aws_cloudwatch_event_rule", service: "events", eventName: "RemoveTargets", parameter: "rule" },
  {
    type: "aws_cloudwatch_metric_alarm",
    service: "monitoring",
    eventName: "DeleteAlarms",
    parameter: "alarmNames",
    isOfMany: true,
  },
  { type: "aws_cloudwatch_metric_alarm", service: "monitoring", eventName: "PutMetricAlarm", parameter: "alarmName" },
];

/** By a user, who is no role, and by somebody in a role. */
const PEOPLE = [{ type: "IAMUser" }, inRole("somebody")];

function modesOf(plan: Plan, call: Call): readonly EventMode[] {
  const { type, eventName, isOfMany = false } = call;
  const watched = type === "aws_autoscaling_group" ? clusterGroups(plan) : plan.resources(type);
  return watched.flatMap((subject) =>
    PEOPLE.map((userIdentity) => {
      const told = (parts: EventFields) =>
        eventOf(call, isOfMany ? [subject] : subject, { eventName, userIdentity, ...parts });
      return {
        what: `${eventName} by ${userIdentity.type === "IAMUser" ? "a user" : "a role"}`,
        subject,
        event: told({}),
        noise: [
          told({ eventName: "DescribeAnything" }),
          told({ errorCode: "AccessDenied" }),
          ...automatic(plan, subject).map((identity) =>
            told({ eventName: "UpdateAutoScalingGroup", userIdentity: identity }),
          ),
        ],
      };
    }),
  );
}

function eventOf({ service, parameter }: Call, named: EventValue, detail: EventFields): EventFields {
  return {
    source: `aws.${service}`,
    "detail-type": "AWS API Call via CloudTrail",
    detail: { eventSource: `${service}.amazonaws.com`, requestParameters: { [parameter]: named }, ...detail },
  };
}

function inRole(userName: string): EventFields {
  return { type: "AssumedRole", sessionContext: { sessionIssuer: { userName } } };
}

/** Who changes a group without a hand: ECS, by its managed scaling, and a Spot fallback. */
function automatic(plan: Plan, group: Resource): readonly EventFields[] {
  if (group.type !== "aws_autoscaling_group") return [];
  const roles = fallbacksOf(plan, group).flatMap(({ machine }) =>
    plan.referenced(machine.get("role_arn"), "aws_iam_role").map((role) => String(role.get("name"))),
  );
  return [{ ...inRole("AWSServiceRoleForECS"), invokedBy: "ecs.amazonaws.com" }, ...roles.map(inRole)];
}
