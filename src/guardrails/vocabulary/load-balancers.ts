import { companions } from "../../plan/facts/belonging";
import { indexBy } from "../../plan/index-by";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { listOf, type MaybeValue, type Value } from "../../plan/value";

/** What an Application Load Balancer listens in. */
type WebProtocol = "HTTP" | "HTTPS";

/** The load balancers that speak HTTP; AWS's default. */
export function applicationLoadBalancers(plan: Plan): readonly Resource[] {
  return plan
    .resources("aws_lb")
    .filter((balancer) => (balancer.get("load_balancer_type") ?? "application") === "application");
}

/** Those that the internet reaches; AWS's default. */
export function publicLoadBalancers(plan: Plan): readonly Resource[] {
  return applicationLoadBalancers(plan).filter((balancer) => String(balancer.get("internal") ?? false) === "false");
}

/** The load balancer's listeners of a protocol, or all. */
export function listenersOf(plan: Plan, balancer: Resource, protocol?: WebProtocol): readonly Resource[] {
  return companions(plan, balancer, "aws_lb_listener", "load_balancer_arn").filter(
    (listener) => protocol === undefined || listener.get("protocol") === protocol,
  );
}

/** All listeners of a protocol; only Application Load Balancers have such. */
export function listeners(plan: Plan, protocol: WebProtocol): readonly Resource[] {
  return plan.resources("aws_lb_listener").filter((listener) => listener.get("protocol") === protocol);
}

/** What says whose each listener is, and what it speaks. */
export function whoseListeners(plan: Plan): readonly MaybeValue[] {
  return plan
    .resources("aws_lb_listener")
    .flatMap((listener) => [listener.get("protocol"), listener.get("load_balancer_arn")]);
}

const SENDERS = ["aws_lb_listener", "aws_lb_listener_rule", "aws_alb_listener", "aws_alb_listener_rule"];

/** The listeners and rules that send requests to each target group. */
export const sendersByTargetGroup = oncePerPlan((plan): ReadonlyMap<Resource, readonly Resource[]> => {
  return indexBy(plan.resources(...SENDERS), (sender) => {
    const actions = ["default_action", "action"].flatMap((path) => sender.blocks(path));
    return [...new Set(actions.flatMap(({ values }) => plan.referenced(values, "aws_lb_target_group")))];
  });
});

/** The load balancers that send requests to a target group. */
export function balancersOf(plan: Plan, group: Resource): readonly Resource[] {
  const listeners = (sendersByTargetGroup(plan).get(group) ?? []).flatMap((sender) => [
    sender,
    ...plan.referenced(sender.get("listener_arn"), "aws_lb_listener"),
  ]);
  return listeners.flatMap((listener) => plan.referenced(listener.get("load_balancer_arn"), "aws_lb"));
}

/** Rules of a listener. */
export function rulesOf(plan: Plan, listener: Resource): readonly Resource[] {
  return companions(plan, listener, "aws_lb_listener_rule", "listener_arn");
}

/** Host names, or patterns of them, that a listener's rule asks for; none: it takes any host. */
export function hostsOf(rule: Resource): readonly Value[] {
  return rule.blocks("condition").flatMap((condition) => listOf(condition.get("host_header.values")));
}
