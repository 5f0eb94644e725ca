import { stateBuckets } from "../plan/facts/state";
import type { Plan, Resource } from "../plan/plan";
import { environmentOf } from "./environment";
import { ecsGroups } from "./vocabulary/ecs-groups";

/** The ECS clusters that a plan makes. */
export function clusters(plan: Plan): readonly Resource[] {
  return plan.resources("aws_ecs_cluster");
}

/**
 * Whether a plan is what the rules are made for: something of ECS, instances that join a cluster, the state of such a
 * platform, or a stack of this project. A module that can't be read may hold any of them.
 */
export function isInScope(plan: Plan): boolean {
  const { stack, unread } = plan;
  return (
    plan.resources().some(({ type }) => type.startsWith("aws_ecs_")) ||
    ecsGroups(plan).length > 0 ||
    stateBuckets(plan).length > 0 ||
    unread.length > 0 ||
    (stack?.startsWith(`${environmentOf(plan)}-`) ?? false)
  );
}
