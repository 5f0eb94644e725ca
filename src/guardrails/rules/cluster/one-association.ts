import { companions } from "../../../plan/facts/belonging";
import { judge } from "../../judge";
import type { Check } from "../../rule";

export const oneAssociation: Check = (plan) =>
  plan.resources("aws_ecs_cluster").flatMap((cluster) => {
    const associations = companions(plan, cluster, "aws_ecs_cluster_capacity_providers", "cluster_name");
    if (associations.length === 0) return [];
    const names = associations.map(({ address }) => address).join(" and ");
    return [judge(cluster.address, associations.length === 1, `${names} overwrite each other's list`)];
  });
