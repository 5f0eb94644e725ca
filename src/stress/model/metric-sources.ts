import type { MetricQuery } from "../facts/alarms";
import { names } from "../facts/names";
import type { AutoScalingGroup } from "./auto-scaling-group";
import { ofBalancer } from "./balancer-metrics";
import { roomOf } from "./instance";
import type { Source } from "./metrics";
import type { Platform, RunningService } from "./platform";

/** Where each namespace's metrics come from. */
const SOURCES: {
  readonly [namespace: string]: (platform: Platform, query: MetricQuery) => Source | undefined;
} = {
  "AWS/ApplicationELB": ofBalancer,
  "AWS/AutoScaling": ofGroup,
  "AWS/ECS": ofCluster,
  "AWS/ECS/ManagedScaling": ofProvider,
  "ECS/ContainerInsights": ofInsights,
};

/** What AWS publishes of what the model runs; `undefined`: nothing here produces it. */
export const awsSource = (platform: Platform, query: MetricQuery): Source | undefined =>
  SOURCES[query.namespace]?.(platform, query);

const gauge = (read: () => number | undefined): Source => ({ kind: "gauge", read });
/** It isn't turned on. */
const SILENCE = gauge(() => undefined);

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html */
function ofInsights(platform: Platform, { name, dimensions }: MetricQuery): Source | undefined {
  const service = serviceOf(platform, dimensions);
  const reads: { readonly [name: string]: (service: RunningService) => number } = {
    DesiredTaskCount: ({ scheduler }) => scheduler.desired,
    RunningTaskCount: ({ scheduler }) => scheduler.census.counts.running,
    // PROVISIONING counts too.
    PendingTaskCount: ({ scheduler }) => scheduler.census.counts.active - scheduler.census.counts.running,
  };
  const read = reads[name];
  if (service === undefined || read === undefined) return undefined;
  const cluster = service.scheduler.facts.fact.cluster;
  const settings = cluster?.blocks("setting") ?? [];
  const isOn = settings.some(
    (setting) =>
      setting.get("name") === "containerInsights" && ["enabled", "enhanced"].includes(String(setting.get("value"))),
  );
  return isOn ? gauge(() => read(service)) : SILENCE;
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html */
function ofCluster(platform: Platform, { name, dimensions }: MetricQuery): Source | undefined {
  if (dimensions.ServiceName !== undefined) {
    const service = serviceOf(platform, dimensions);
    if (service === undefined || name !== "CPUUtilization") return undefined;
    // As busy as its room for requests.
    return gauge(() => Math.min(1, service.traffic.utilization) * 100);
  }
  const isOwn = platform.services.some(
    ({ scheduler }) => clusterOf(scheduler.facts.clusterArn) === dimensions.ClusterName,
  );
  if (!isOwn) return undefined;
  if (name === "CPUReservation") return gauge(() => reserved(platform, "cpuUnits"));
  if (name === "MemoryReservation") return gauge(() => reserved(platform, "memoryMiB"));
  return undefined;
}

/** Percent of what the cluster's instances offer that tasks have reserved; nothing where there are none. */
function reserved({ groups }: Platform, resource: "cpuUnits" | "memoryMiB"): number | undefined {
  let [free, all] = [0, 0];
  for (const { instances, facts } of groups) {
    for (const { state, room, type } of instances) {
      if (state !== "registered") continue;
      free += room[resource];
      all += roomOf(type, facts.reservedMemoryMiB)[resource];
    }
  }
  return all === 0 ? undefined : (1 - free / all) * 100;
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html */
function ofProvider({ providers }: Platform, { name, dimensions }: MetricQuery): Source | undefined {
  const provider = providers.get(dimensions.CapacityProviderName ?? "");
  if (provider === undefined || name !== "CapacityProviderReservation") return undefined;
  return gauge(() => provider.reservation);
}

const GROUP_METRICS: { readonly [name: string]: (group: AutoScalingGroup) => number } = {
  GroupDesiredCapacity: ({ desired }) => desired,
  GroupMaxSize: ({ maximum }) => maximum,
  GroupTotalInstances: ({ instances }) => instances.size,
  GroupInServiceInstances: ({ instances }) =>
    count(instances, ({ state, isLeaving }) => state === "registered" && !isLeaving),
  GroupPendingInstances: ({ instances }) => count(instances, ({ state }) => state === "launching"),
  GroupTerminatingInstances: ({ instances }) => count(instances, ({ isLeaving }) => isLeaving),
};

/** @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html */
function ofGroup({ groups, facts: { plan } }: Platform, { name, dimensions }: MetricQuery): Source | undefined {
  const group = groups.find(({ facts }) => facts.name === dimensions.AutoScalingGroupName);
  const read = GROUP_METRICS[name];
  if (group === undefined || read === undefined) return undefined;
  const enabled = names(plan).resolve(plan.resource(group.facts.address)?.get("enabled_metrics"));
  return Array.isArray(enabled) && enabled.includes(name) ? gauge(() => read(group)) : SILENCE;
}

function count<Item>(items: Iterable<Item>, isCounted: (item: Item) => boolean): number {
  let counted = 0;
  for (const item of items) if (isCounted(item)) counted += 1;
  return counted;
}

function serviceOf({ services }: Platform, dimensions: MetricQuery["dimensions"]): RunningService | undefined {
  return services.find(
    ({ scheduler: { facts } }) =>
      facts.name === dimensions.ServiceName && clusterOf(facts.clusterArn) === dimensions.ClusterName,
  );
}

const clusterOf = (arn: string): string => arn.replace(/^.*\//, "");
