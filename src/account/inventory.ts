import type { Connection } from "../aws/connection";
import { autoScalingResources } from "./auto-scaling";
import { ec2Resources } from "./ec2";
import { ecsResources } from "./ecs";
import type { Existing } from "./existing";
import { loadBalancingResources } from "./load-balancing";
import { logResources } from "./logs";

const LISTS = {
  "clusters and services": ecsResources,
  "load balancers": loadBalancingResources,
  "Auto Scaling groups": autoScalingResources,
  "instances, templates and security groups": ec2Resources,
  "log groups": logResources,
} as const;

/** What is in an account, of the kinds that the platform is made of. */
export interface Inventory {
  readonly resources: readonly Existing[];
  /** Kinds that couldn't be listed, with AWS's own words. */
  readonly unseen: readonly string[];
}

/** Lists them all, in one region; what is denied is said, and leaves the rest. */
export async function inventoryOf(connection: Connection): Promise<Inventory> {
  const lists = await Promise.all(
    Object.entries(LISTS).map(async ([kind, list]): Promise<Inventory> => {
      try {
        return { resources: await list(connection), unseen: [] };
      } catch (error) {
        return { resources: [], unseen: [`${kind}: ${error instanceof Error ? error.message : error}`] };
      }
    }),
  );
  return {
    resources: lists.flatMap(({ resources }) => resources),
    unseen: lists.flatMap(({ unseen }) => unseen),
  };
}
