import { agentSettings, type CapacityGroup } from "../../../plan/facts/capacity";
import type { Plan } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { failed, passed, undecided, unlessOpen } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { clustersOf } from "../../vocabulary/clusters";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { isSameResource } from "../../vocabulary/same-resource";

const KEY = "ECS_CLUSTER";

export const agentJoinsItsCluster: Check = (plan) => ecsGroups(plan).flatMap((group) => judgeCluster(plan, group));

function judgeCluster(plan: Plan, { launchTemplate, capacityProviders }: CapacityGroup): readonly Judgement[] {
  if (launchTemplate === undefined) return [];
  const { address } = launchTemplate;
  const settings = agentSettings(launchTemplate);
  if (settings instanceof Unknown) return [undecided(address, "its user data is known only at apply")];
  const joined = settings?.get(KEY);
  if (!joined) return [failed(address, `${KEY} isn't set, so the agent joins the cluster "default"`)];
  const clusters = capacityProviders.flatMap((provider) => clustersOf(plan, provider));
  // A provider of no cluster is for capacity/provider-associated to find.
  if (clusters.length === 0 || clusters.some((cluster) => isSameResource(plan, joined, cluster, "aws_ecs_cluster")))
    return [passed(address)];
  const isForeign = joined.includes("${") && plan.referenced(joined).length === 0;
  if (isForeign) return [undecided(address, `which cluster ${KEY} names is known only at apply`)];
  const failure = failed(address, `${KEY} is ${joined}: not the cluster of ${capacityProviders[0]?.address}`);
  const names = clusters
    .flatMap((cluster) => plan.referenced(cluster, "aws_ecs_cluster"))
    .map((cluster) => cluster.get("name"));
  return [unlessOpen(plan, failure, ...clusters, ...names)];
}
