import { subnets } from "../../plan/facts/network";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { names } from "./names";
import { known } from "./values";

/** How a load balancer asks a service's tasks for their health, and which of them it chooses. */
export interface TargetHealth {
  /** As AWS will have it, as far as that is known. */
  readonly arn: string;
  /** What a target is known by: an instance and its port, or an address of the task's own. */
  readonly type: string;
  readonly port: number;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  readonly deregistrationDelaySeconds: number;
  /** Seconds in which a new target's share grows to that of the others; 0: it has it at once. */
  readonly slowStartSeconds: number;
  /** Healthy targets, and percent of all, under which requests go to all of them: it fails open. */
  readonly minimumHealthyTargets: number;
  readonly minimumHealthyPercent: number;
  /** Whether each of its nodes chooses from the targets of every zone. */
  readonly crossZone: boolean;
  /** Zones that it has nodes in. */
  readonly zones: readonly string[];
  /** Seconds without an answer after which it gives a request up. */
  readonly idleTimeoutSeconds: number;
}

/** The load balancer's own defaults, where the target group leaves them out. */
export function targetOf(plan: Plan, group: Resource | undefined): TargetHealth | undefined {
  if (group === undefined) return undefined;
  const balancer = balancerOf(plan, group);
  const routing = "target_group_health.unhealthy_state_routing";
  return {
    arn: names(plan).arn(group),
    type: String(group.get("target_type") ?? "instance"),
    port: known(group.get("port"), 80),
    intervalSeconds: known(group.get("health_check.interval"), 30),
    timeoutSeconds: known(group.get("health_check.timeout"), 5),
    healthyThreshold: known(group.get("health_check.healthy_threshold"), 5),
    unhealthyThreshold: known(group.get("health_check.unhealthy_threshold"), 2),
    deregistrationDelaySeconds: known(group.get("deregistration_delay"), 300),
    slowStartSeconds: known(group.get("slow_start"), 0),
    minimumHealthyTargets: known(group.get(`${routing}.minimum_healthy_targets_count`), 1),
    // "off" where it isn't set.
    minimumHealthyPercent: known(group.get(`${routing}.minimum_healthy_targets_percentage`), 0),
    crossZone: String(group.get("load_balancing_cross_zone_enabled")) !== "false",
    zones: zonesOf(plan, balancer),
    idleTimeoutSeconds: known(balancer?.get("idle_timeout"), 60),
  };
}

/** The load balancer whose listener, or a rule of one, forwards to the group; else the only one there is. */
export function balancerOf(plan: Plan, group: Resource): Resource | undefined {
  const known = balancers(plan);
  if (!known.has(group)) known.set(group, findBalancer(plan, group));
  return known.get(group);
}

/** By target group; each run of the model asks again. */
const balancers = oncePerPlan(() => new Map<Resource, Resource | undefined>());

function findBalancer(plan: Plan, group: Resource): Resource | undefined {
  const forwards = (resource: Resource, action: string) =>
    [`${action}.target_group_arn`, `${action}.forward.target_group.arn`].some((path) =>
      plan.referenced(resource.get(path), "aws_lb_target_group", "aws_alb_target_group").includes(group),
    );
  const listeners = plan.resources("aws_lb_listener", "aws_alb_listener");
  const rules = plan
    .resources("aws_lb_listener_rule", "aws_alb_listener_rule")
    .filter((rule) => forwards(rule, "action"));
  const ofRules = rules.flatMap((rule) =>
    plan.referenced(rule.get("listener_arn"), "aws_lb_listener", "aws_alb_listener"),
  );
  const own = [...listeners.filter((listener) => forwards(listener, "default_action")), ...ofRules];
  const found = own.flatMap((listener) => plan.referenced(listener.get("load_balancer_arn"), "aws_lb", "aws_alb"));
  const all = plan.resources("aws_lb", "aws_alb");
  return found[0] ?? (all.length === 1 ? all[0] : undefined);
}

/** Zones of its subnets, as far as they are known. */
function zonesOf(plan: Plan, balancer: Resource | undefined): readonly string[] {
  const own = plan.referenced(balancer?.get("subnets") ?? balancer?.get("subnet_mapping.subnet_id"), "aws_subnet");
  const zones = subnets(plan)
    .filter(({ subnet }) => own.includes(subnet))
    .map(({ availabilityZone }) => availabilityZone)
    .filter((zone) => typeof zone === "string");
  return [...new Set(zones)];
}
