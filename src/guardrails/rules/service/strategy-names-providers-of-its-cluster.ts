import type { ServiceFact } from "../../../plan/facts/services";
import type { Plan } from "../../../plan/plan";
import type { MaybeValue } from "../../../plan/value";
import { isSameResource } from "../../clusters";
import { comesFromOutside, describe } from "../../expectation";
import { allOf, companions, failed, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { replicaServices } from "../../services";

export const strategyNamesProvidersOfItsCluster: Check = (plan) =>
  replicaServices(plan).flatMap((fact) => {
    const { service, cluster } = fact;
    const names = service.blocks("capacity_provider_strategy").map((block) => block.get("capacity_provider"));
    if (cluster === undefined || names.length === 0) return [];
    return [
      allOf(
        service.address,
        names.map((name) => judgeName(plan, fact, name)),
      ),
    ];
  });

function judgeName(plan: Plan, { service, cluster }: ServiceFact, name: MaybeValue): Judgement {
  const { address } = service;
  if (typeof name === "string" && name.startsWith("FARGATE")) return passed(address);
  const lists =
    cluster === undefined
      ? []
      : companions(plan, cluster, "aws_ecs_cluster_capacity_providers", "cluster_name").map((association) =>
          association.get("capacity_providers"),
        );
  if (lists.some((list) => isSameResource(plan, name, list, "aws_ecs_capacity_provider"))) return passed(address);
  if ([name, ...lists].some((value) => comesFromOutside(plan, value)))
    return undecided(address, "its provider, or those of its cluster, are known only at apply");
  return failed(address, `capacity_provider is ${describe(name)}, which its cluster isn't associated with`);
}
