import type { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import type { EcsCapacityProvider } from "@cdktf/provider-aws/lib/ecs-capacity-provider";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import type { AlarmRow, MetricQuery } from "./alarm";

/** A group of instances and what ECS scales it by. */
export interface Generation {
  readonly group: AutoscalingGroup;
  readonly provider: EcsCapacityProvider;
  /** Behind the names: `""`, or `"-2"` for a second generation. */
  readonly suffix: string;
}

/** @param targetPercent what managed scaling aims at */
export function reservationAboveTarget(cluster: EcsCluster, generation: Generation, targetPercent: number): AlarmRow {
  return {
    name: `reservation-above-target${generation.suffix}`,
    sentence: `ECS has asked for more than ${targetPercent} % of the instances that there are, for twenty minutes.`,
    runbook: "reservation-above-target",
    metrics: { reservation: ofProvider(cluster, generation) },
    rings: { above: targetPercent },
    periodSeconds: 60,
    periods: 20,
    missing: { is: "missing", because: "ECS counts every minute; silence is neither well nor ill, and shows as it is" },
  };
}

export function groupAtItsMaximum({ group, suffix }: Generation): AlarmRow {
  return {
    name: `group-at-its-maximum${suffix}`,
    sentence: "The Auto Scaling group is as large as it may get: the next task that needs room finds none.",
    runbook: "group-at-its-maximum",
    metrics: { most: ofGroup(group, "GroupMaxSize"), desired: ofGroup(group, "GroupDesiredCapacity") },
    expression: "most - desired",
    rings: { below: 1 },
    periodSeconds: 60,
    periods: 10,
    missing: { is: "missing", because: "a group publishes every minute; silence shows as it is" },
  };
}

/** A launch that fails is tried again, in another pool; three of them in a quarter of an hour aren't one pool's bad minute. */
export function launchesFail({ namespace, name }: Pick<MetricQuery, "namespace" | "name">): AlarmRow {
  return {
    name: "launches-fail",
    sentence: "More than two launches of instances have failed within fifteen minutes.",
    runbook: "launches-fail",
    metrics: { launches: { namespace, name, dimensions: {}, statistic: "Sum" } },
    rings: { above: 2 },
    periodSeconds: 900,
    periods: 1,
    missing: { is: "notBreaching", because: "no event means no data point" },
  };
}

/** @param resource what is reserved: `"CPU"` or `"Memory"` */
export function clusterNearlyFull(cluster: EcsCluster, resource: "CPU" | "Memory"): AlarmRow {
  return {
    name: `${resource.toLowerCase()}-reserved`,
    sentence: `Tasks have reserved more than 90 % of the cluster's ${resource === "CPU" ? "CPU" : "memory"} for thirty minutes.`,
    runbook: "cluster-nearly-full",
    metrics: { reserved: ofCluster(cluster, `${resource}Reservation`) },
    rings: { above: 90 },
    periodSeconds: 300,
    periods: 6,
    missing: { is: "missing", because: "a cluster without instances has none; reservation-above-target says so then" },
  };
}

export function ofProvider({ name }: EcsCluster, { provider }: Generation): MetricQuery {
  return {
    namespace: "AWS/ECS/ManagedScaling",
    name: "CapacityProviderReservation",
    dimensions: { CapacityProviderName: provider.name, ClusterName: name },
    statistic: "Average",
  };
}

export function ofGroup(group: AutoscalingGroup, name: string): MetricQuery {
  const dimensions = { AutoScalingGroupName: group.name };
  return { namespace: "AWS/AutoScaling", name, dimensions, statistic: "Average" };
}

export function ofCluster(cluster: EcsCluster, name: string): MetricQuery {
  return { namespace: "AWS/ECS", name, dimensions: { ClusterName: cluster.name }, statistic: "Average" };
}
