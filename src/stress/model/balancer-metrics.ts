import type { Plan } from "../../plan/plan";
import type { MetricQuery } from "../facts/alarms";
import { names } from "../facts/names";
import type { Service } from "../facts/services";
import { balancerOf } from "../facts/targets";
import type { Source } from "./metrics";
import type { Platform, RunningService } from "./platform";
import type { Traffic } from "./traffic";
import { type ZoneCensus, zonesOf } from "./zone-census";

/** Of what a client gets, as a total. */
const COUNTS: { readonly [name: string]: (traffic: Traffic) => number } = {
  HTTPCode_ELB_5XX_Count: ({ balancerErrors }) => balancerErrors,
  HTTPCode_Target_5XX_Count: ({ errors }) => errors,
  RequestCount: ({ requests }) => requests,
};

const HOSTS: { readonly [name: string]: (zone: ZoneCensus) => number } = {
  HealthyHostCount: ({ healthy }) => healthy,
  UnHealthyHostCount: ({ unhealthy }) => unhealthy,
};

/**
 * Metrics of an application load balancer and its target groups.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function ofBalancer(platform: Platform, query: MetricQuery): Source | undefined {
  const { name, dimensions, statistic } = query;
  const own = platform.services.filter((service) => isOf(platform, service, dimensions));
  const zone = dimensions.AvailabilityZone;
  const hosts = HOSTS[name];
  if (own.length === 0) return undefined;
  if (hosts !== undefined) return { kind: "gauge", read: () => hostsIn(own, hosts, zone) };
  // What of them fell in one zone isn't told apart.
  if (zone !== undefined) return undefined;
  const total = COUNTS[name];
  if (total !== undefined) {
    return {
      kind: "count",
      read: () =>
        own.reduce((sum, { traffic }) => {
          traffic.accrue();
          return sum + total(traffic);
        }, 0),
    };
  }
  const share = shareOf(statistic);
  if (name !== "TargetResponseTime" || share === undefined) return undefined;
  return { kind: "gauge", read: () => longest(own.map(({ traffic }) => traffic.answerSeconds(share))) };
}

/** Whether the metric is about the service's targets, or about the load balancer before them. */
function isOf({ facts: { plan } }: Platform, { scheduler }: RunningService, dimensions: MetricQuery["dimensions"]) {
  const { fact } = scheduler.facts;
  const own = dimensionsOf.get(fact) ?? ownDimensions(plan, fact);
  dimensionsOf.set(fact, own);
  return (
    own !== null &&
    [undefined, own.targetGroup].includes(dimensions.TargetGroup) &&
    [undefined, own.loadBalancer].includes(dimensions.LoadBalancer)
  );
}

/** What CloudWatch calls a service's target group and the load balancer before it; `null`: it has none. */
interface OwnDimensions {
  readonly targetGroup: string;
  readonly loadBalancer: string | undefined;
}

/** Read once: each alarm of each run asks for them. */
const dimensionsOf = new WeakMap<Service["fact"], OwnDimensions | null>();

function ownDimensions(plan: Plan, { targetGroups: [group] }: Service["fact"]): OwnDimensions | null {
  if (group === undefined) return null;
  const { attribute } = names(plan);
  const balancer = balancerOf(plan, group);
  return {
    targetGroup: String(attribute(group, "arn_suffix")),
    loadBalancer: balancer && String(attribute(balancer, "arn_suffix")),
  };
}

/** Nothing where no target is registered. */
function hostsIn(
  services: readonly RunningService[],
  of: (zone: ZoneCensus) => number,
  zone: string | undefined,
): number | undefined {
  let [hosts, registered] = [0, 0];
  for (const { scheduler } of services) {
    for (const [name, census] of zonesOf(scheduler)) {
      if (zone !== undefined && name !== zone) continue;
      hosts += of(census);
      registered += census.registered;
    }
  }
  return registered === 0 ? undefined : hosts;
}

/** The share of the answers that a statistic asks about; the mean of an exponential length is its 63rd percentile. */
function shareOf(statistic: string): number | undefined {
  if (statistic === "Average") return 1 - Math.exp(-1);
  const [, percent] = /^p(\d+(?:\.\d+)?)$/.exec(statistic) ?? [];
  return percent === undefined ? undefined : Number(percent) / 100;
}

const longest = (seconds: readonly (number | undefined)[]): number | undefined => {
  const known = seconds.filter((second) => second !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};
