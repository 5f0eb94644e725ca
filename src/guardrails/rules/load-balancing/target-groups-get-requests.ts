import { services } from "../../../plan/facts/services";
import type { Value } from "../../../plan/value";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { sendersByTargetGroup } from "../../vocabulary/load-balancers";

const SENDERS = ["aws_lb_listener", "aws_lb_listener_rule", "aws_alb_listener", "aws_alb_listener_rule"];

/** Where the plan has listeners at all: elsewhere another plan joins the groups to a load balancer. */
export const targetGroupsGetRequests: Check = (plan) => {
  const senders = plan.resources(...SENDERS);
  if (senders.length === 0) return [];
  const actions = senders.flatMap((sender): Value[] => [
    sender.get("action") ?? [],
    sender.get("default_action") ?? [],
  ]);
  const groups = new Set(services(plan).flatMap(({ targetGroups }) => targetGroups));
  return [...groups].map((group) => {
    const isFed = sendersByTargetGroup(plan).has(group);
    return unlessOpen(plan, judge(group.address, isFed, "no listener and no rule sends requests to it"), ...actions);
  });
};
