import { capacityGroups } from "../../plan/facts/capacity";
import type { Plan, Resource } from "../../plan/plan";
import { balancersOf } from "./load-balancers";
import { instanceServices } from "./services";

/** Target groups that a load balancer of the plan sends requests to. */
export function balancedTargetGroups(plan: Plan): readonly Resource[] {
  return plan.resources("aws_lb_target_group").filter((group) => balancersOf(plan, group).length > 0);
}

/** Clusters of the plan that run services on instances. */
export function clustersOnInstances(plan: Plan): readonly Resource[] {
  return [...new Set(instanceServices(plan).flatMap(({ cluster }) => cluster ?? []))];
}

/** Auto Scaling groups that ECS runs on. */
export function clusterGroups(plan: Plan): readonly Resource[] {
  return capacityGroups(plan)
    .filter(({ capacityProviders }) => capacityProviders.length > 0)
    .map(({ group }) => group);
}

/** Those of them that may launch Spot instances. */
export function spotGroups(plan: Plan): readonly Resource[] {
  return capacityGroups(plan)
    .filter(
      ({ capacityProviders, onDemandPercentageAboveBase }) =>
        capacityProviders.length > 0 && onDemandPercentageAboveBase !== 100,
    )
    .map(({ group }) => group);
}

/** Capacity providers by which ECS scales a group. */
export function scaledProviders(plan: Plan): readonly Resource[] {
  return plan
    .resources("aws_ecs_capacity_provider")
    .filter((provider) => provider.get("auto_scaling_group_provider.managed_scaling.status") === "ENABLED");
}
