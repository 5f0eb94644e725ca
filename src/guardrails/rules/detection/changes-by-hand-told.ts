import type { EventFields } from "../../../cloudwatch/event-patterns";
import type { Plan } from "../../../plan/plan";
import type { Check } from "../../rule";
import { type EventMode, judgeTold } from "../../vocabulary/event-detection";
import { clusterGroups, clustersOnInstances } from "../../vocabulary/watched";

export const changesByHandTold: Check = (plan) =>
  judgeTold(
    plan,
    TAKING_AWAY.flatMap((call) => modesOf(plan, call)),
  );

/** A call that takes something away, and how it names what. */
interface Call {
  readonly type: string;
  readonly service: string;
  readonly eventName: string;
  readonly parameter: string;
}

const TAKING_AWAY: readonly Call[] = [
  { type: "aws_lb", service: "elasticloadbalancing", eventName: "DeleteLoadBalancer", parameter: "loadBalancerArn" },
  { type: "aws_ecs_cluster", service: "ecs", eventName: "DeleteCluster", parameter: "cluster" },
  {
    type: "aws_autoscaling_group",
    service: "autoscaling",
    eventName: "DeleteAutoScalingGroup",
    parameter: "autoScalingGroupName",
  },
];

/** By a user, who is no role, and by somebody in a role. */
function modesOf(plan: Plan, { type, service, eventName, parameter }: Call): readonly EventMode[] {
  const watched = type === "aws_autoscaling_group" ? clusterGroups(plan) : plan.resources(type);
  const isOfEcs = clustersOnInstances(plan).length > 0;
  return (isOfEcs ? watched : []).flatMap((subject) =>
    [{ type: "IAMUser" }, { type: "AssumedRole", sessionContext: { sessionIssuer: { userName: "somebody" } } }].map(
      (userIdentity) => {
        const call = {
          eventSource: `${service}.amazonaws.com`,
          eventName,
          requestParameters: { [parameter]: subject },
        };
        const event = (detail: EventFields): EventFields => ({
          source: `aws.${service}`,
          "detail-type": "AWS API Call via CloudTrail",
          detail: { ...detail, userIdentity },
        });
        return {
          what: `${eventName} by ${userIdentity.type === "IAMUser" ? "a user" : "a role"}`,
          subject,
          event: event(call),
          noise: [event({ ...call, eventName: "DescribeAnything" }), event({ ...call, errorCode: "AccessDenied" })],
        };
      },
    ),
  );
}
