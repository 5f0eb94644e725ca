import { companions } from "../../../plan/facts/belonging";
import { describe } from "../../expectation";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { isSameResource } from "../../vocabulary/same-resource";
import { replicaServices } from "../../vocabulary/services";

const ASSOCIATION = "aws_ecs_cluster_capacity_providers";
const PROVIDER = "aws_ecs_capacity_provider";

export const strategyNamesProvidersOfItsCluster: Check = (plan) => {
  const clusterNames = plan.resources(ASSOCIATION).map((association) => association.get("cluster_name"));
  return replicaServices(plan).flatMap(({ service: { address }, service, cluster }) => {
    if (cluster === undefined) return [];
    const lists = companions(plan, cluster, ASSOCIATION, "cluster_name").map((list) => list.get("capacity_providers"));
    return service.blocks("capacity_provider_strategy").map((block) => {
      const name = block.get("capacity_provider");
      const isThere = isOfFargate(name) || lists.some((list) => isSameResource(plan, name, list, PROVIDER));
      const found = `capacity_provider is ${describe(name)}, which its cluster isn't associated with`;
      return unlessOpen(plan, judge(address, isThere, found), name, ...lists, ...clusterNames);
    });
  });
};

const isOfFargate = (name: unknown) => typeof name === "string" && name.startsWith("FARGATE");
