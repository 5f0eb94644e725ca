import { indexBy } from "../index-by";
import { oncePerPlan } from "../once";
import type { Plan, Resource } from "../plan";
import { type MaybeValue, Unknown } from "../value";
import { belonging } from "./belonging";

/** An ECS service and what belongs to it. A list is empty, and a resource `undefined`, where the plan holds none. */
export interface ServiceFact {
  /** The `aws_ecs_service`. */
  readonly service: Resource;
  readonly cluster: Resource | undefined;
  readonly taskDefinition: Resource | undefined;
  /** Those of its `load_balancer` blocks. */
  readonly targetGroups: readonly Resource[];
  /** Those of its own strategy, else of its cluster's default strategy. */
  readonly capacityProviders: readonly Resource[];
  /** Those of its `network_configuration`. */
  readonly securityGroups: readonly Resource[];
  /** `aws_appautoscaling_target`s of its desired count. */
  readonly scalingTargets: readonly Resource[];
  /** `aws_appautoscaling_policy`s of those. */
  readonly scalingPolicies: readonly Resource[];
  /** `aws_appautoscaling_scheduled_action`s of those. */
  readonly scheduledActions: readonly Resource[];
}

/** Every ECS service of the plan. */
export const services = oncePerPlan((plan): readonly ServiceFact[] => {
  const all = plan.resources("aws_ecs_service");
  const clusters = new Map(
    all.map((service) => [service.address, plan.referenced(service.get("cluster"), "aws_ecs_cluster")[0]]),
  );
  const defaults = belonging(
    plan,
    plan.resources("aws_ecs_cluster_capacity_providers"),
    "cluster_name",
    "aws_ecs_cluster",
  );
  const byResourceId = new Map(
    all.map((service) => [resourceId(service, clusters.get(service.address)), service.address]),
  );
  const ofServices = (type: string) =>
    indexBy(plan.resources(type), (scaling) => {
      const address = scaledService(plan, scaling.get("resource_id"), byResourceId);
      return address === undefined ? [] : [address];
    });
  const scalingTargets = ofServices("aws_appautoscaling_target");
  const scalingPolicies = ofServices("aws_appautoscaling_policy");
  const scheduledActions = ofServices("aws_appautoscaling_scheduled_action");

  return all.map((service) => {
    const cluster = clusters.get(service.address);
    const associations = cluster === undefined ? [] : (defaults.get(cluster.address) ?? []);
    const strategies = [
      service.get("capacity_provider_strategy.capacity_provider"),
      ...associations.map((association) => association.get("default_capacity_provider_strategy.capacity_provider")),
    ];
    const strategy = strategies.find((providers) => providers !== undefined);
    return {
      service,
      cluster,
      taskDefinition: plan.referenced(service.get("task_definition"), "aws_ecs_task_definition")[0],
      targetGroups: plan.referenced(
        service.get("load_balancer.target_group_arn"),
        "aws_lb_target_group",
        "aws_alb_target_group",
      ),
      capacityProviders: plan.referenced(strategy, "aws_ecs_capacity_provider"),
      securityGroups: plan.referenced(
        service.get("network_configuration.security_groups"),
        "aws_security_group",
        "aws_default_security_group",
      ),
      scalingTargets: scalingTargets.get(service.address) ?? [],
      scalingPolicies: scalingPolicies.get(service.address) ?? [],
      scheduledActions: scheduledActions.get(service.address) ?? [],
    };
  });
});

/** `service/<cluster>/<service>`, as Application Auto Scaling names a service; a default cluster has the name `default`. */
function resourceId(service: Resource, cluster: Resource | undefined): string {
  const written = service.get("cluster") ?? "default";
  const name = cluster?.get("name") ?? (typeof written === "string" ? written.replace(/^arn:.*:cluster\//, "") : "?");
  return `service/${String(name)}/${String(service.get("name"))}`;
}

function scaledService(plan: Plan, id: MaybeValue, byResourceId: ReadonlyMap<string, string>): string | undefined {
  if (typeof id === "string") return byResourceId.get(id);
  if (!(id instanceof Unknown)) return undefined;
  // A text with the service in it, or the id of a target that has.
  const [service, ...others] = plan.referenced(id, "aws_ecs_service");
  if (service !== undefined) return others.length === 0 ? service.address : undefined;
  return plan
    .referenced(id, "aws_appautoscaling_target")
    .map((target) => scaledService(plan, target.get("resource_id"), byResourceId))
    .find((address) => address !== undefined);
}
