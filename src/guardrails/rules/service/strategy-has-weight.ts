import type { Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";

export const strategyHasWeight: Check = (plan) => [
  ...plan.resources("aws_ecs_service").flatMap((service) => judgeStrategy(service, "capacity_provider_strategy")),
  ...plan
    .resources("aws_ecs_cluster_capacity_providers")
    .flatMap((association) => judgeStrategy(association, "default_capacity_provider_strategy")),
];

function judgeStrategy(resource: Resource, path: string) {
  const weights = resource.blocks(path).map((block) => block.get("weight") ?? 0);
  if (weights.length === 0) return [];
  const hasWeight = weights.some((weight) => weight instanceof Unknown || Number(weight) > 0);
  return [judge(resource.address, hasWeight, `every weight of ${path} is 0`)];
}
