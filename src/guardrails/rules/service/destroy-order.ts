import { companions } from "../../../plan/facts/belonging";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { agentPolicies } from "../../vocabulary/agent-policies";
import { dependenciesOf } from "../../vocabulary/dependencies";
import { instanceServices } from "../../vocabulary/services";

export const destroyOrder: Check = (plan) =>
  instanceServices(plan).flatMap(({ service, cluster, capacityProviders }) => {
    if (cluster === undefined) return [];
    const needed = [
      ...companions(plan, cluster, "aws_ecs_cluster_capacity_providers", "cluster_name"),
      ...agentPolicies(plan, capacityProviders),
    ];
    const found = dependenciesOf(plan, service);
    const missing = [...new Set(needed.map(({ address }) => address))].filter((address) => !found.has(address));
    return [judge(service.address, missing.length === 0, `it doesn't depend on ${missing.join(", ")}`)];
  });
