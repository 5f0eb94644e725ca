import type { PriceBook } from "../../catalogue/price-book";
import type { PriceId } from "../../catalogue/prices";
import { services } from "../../plan/facts/services";
import { stateMachines } from "../../plan/facts/state-machines";
import type { Plan, Resource } from "../../plan/plan";
import { COST_ASSUMPTIONS } from "../assumptions";
import type { Draft } from "../line";

const { insightsOfCluster, insightsOfFamily, insightsOfService } = COST_ASSUMPTIONS;

/** Container Insights of the plan's clusters, and the metrics that the plan makes itself. */
export function metricDrafts(plan: Plan, { prices }: PriceBook): readonly Draft[] {
  const own = ownMetrics(plan);
  return [
    ...plan.resources("aws_ecs_cluster").flatMap((cluster) => {
      const price = insightsPrice(cluster);
      if (price === undefined) return [];
      return {
        kind: "Container Insights",
        of: cluster.address,
        quantity: insightsMetrics(plan, cluster),
        price: prices[price],
      };
    }),
    ...(own === 0
      ? []
      : [{ kind: "metrics of one's own", of: String(own), quantity: own, price: prices.customMetric }]),
  ];
}

/** By which price its metrics are paid; `undefined`: it has none. */
function insightsPrice(cluster: Resource): PriceId | undefined {
  const setting = cluster.blocks("setting").find((block) => block.get("name") === "containerInsights");
  const value = setting?.get("value");
  return value === "enabled" ? "customMetric" : value === "enhanced" ? "enhancedMetric" : undefined;
}

function insightsMetrics(plan: Plan, cluster: Resource): number {
  const own = services(plan).filter((fact) => fact.cluster === cluster);
  const families = new Set(own.map(({ taskDefinition, service }) => taskDefinition?.address ?? service.address));
  return insightsOfCluster.value + own.length * insightsOfService.value + families.size * insightsOfFamily.value;
}

/** Metrics that log filters and state machines publish. */
function ownMetrics(plan: Plan): number {
  const published = stateMachines(plan).flatMap(({ states }) =>
    states.filter(({ state }) => String(state.Resource).endsWith(":cloudwatch:putMetricData")),
  );
  return plan.resources("aws_cloudwatch_log_metric_filter").length + published.length;
}
