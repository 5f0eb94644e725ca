import { judge } from "../../judge";
import type { Check } from "../../rule";
import { clustersOf } from "../../vocabulary/clusters";
import { dependenciesOf } from "../../vocabulary/dependencies";
import { ecsGroups } from "../../vocabulary/ecs-groups";

export const clusterOutlivesInstances: Check = (plan) =>
  ecsGroups(plan).flatMap(({ group, launchTemplate, capacityProviders }) => {
    if (launchTemplate === undefined) return [];
    const clusters = capacityProviders
      .flatMap((provider) => clustersOf(plan, provider))
      .flatMap((name) => plan.referenced(name, "aws_ecs_cluster"));
    const needed = dependenciesOf(plan, group);
    return clusters.map(({ address }) =>
      judge(group.address, needed.has(address), `neither it nor its launch template depends on ${address}`),
    );
  });
