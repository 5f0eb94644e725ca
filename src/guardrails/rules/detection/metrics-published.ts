import { distance } from "fastest-levenshtein";
import { findMetric, hasDimensions, isKnownNamespace, METRICS } from "../../../catalogue/metrics";
import { type AlarmMetric, alarms } from "../../../cloudwatch/alarms";
import type { Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { allOf, failed, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";

export const metricsPublished: Check = (plan) =>
  alarms(plan).map(({ alarm: { address }, metrics }) =>
    allOf(
      address,
      metrics.map((metric) => judgeMetric(plan, address, metric)),
    ),
  );

function judgeMetric(plan: Plan, address: string, query: AlarmMetric): Judgement {
  const { namespace, name, dimensions, statistic, periodSeconds } = query;
  if (dimensions === undefined) return undecided(address, `the dimensions of ${name} are known only at apply`);
  if (!isKnownNamespace(namespace)) return judgeOwn(plan, address, query);
  const metric = findMetric(namespace, name);
  if (metric === undefined) return judgeUnknown(address, namespace, name);
  const names = Object.keys(dimensions);
  if (!hasDimensions(metric, names)) {
    return failed(address, `${name} isn't published under ${names.join(", ") || "no dimension"}`);
  }
  const isStatistic = metric.statistics.includes(statistic) || /^(p|tm|wm)\d/i.test(statistic);
  if (!isStatistic)
    return failed(address, `${statistic} of ${name} says nothing; take ${metric.statistics.join(", ")}`);
  if (periodSeconds < metric.everySeconds) {
    return failed(
      address,
      `${name} has a data point every ${metric.everySeconds} s; a period of ${periodSeconds} s is empty`,
    );
  }
  return passed(address);
}

/** So many letters make a slip of another name. */
const SLIP = 2;

/** Of AWS's own, this knows what is usual for ECS; a name that is no slip of one of those may be right all the same. */
function judgeUnknown(address: string, namespace: string, name: string): Judgement {
  const meant = METRICS.filter((metric) => metric.namespace === namespace).find(
    (metric) => distance(metric.name, name) <= SLIP,
  );
  return meant === undefined
    ? undecided(address, `whether ${namespace} has ${name} isn't in docs/metrics.md`)
    : failed(address, `${namespace} has no ${name}, but ${meant.name}`);
}

/** A metric of one's own: where a filter of the plan publishes to its namespace, it must be one that is published. */
function judgeOwn(plan: Plan, address: string, { namespace, name }: AlarmMetric): Judgement {
  const published = plan
    .resources("aws_cloudwatch_log_metric_filter")
    .flatMap((filter) => filter.blocks("metric_transformation"))
    .filter((transformation) => transformation.get("namespace") === namespace)
    .map((transformation) => transformation.get("name"));
  if (published.length === 0 || published.includes(name)) return passed(address);
  const isPut = plan.resources("aws_sfn_state_machine").some((machine) => definitionOf(machine).includes(`"${name}"`));
  return isPut ? passed(address) : failed(address, `nothing in the plan publishes ${name} to ${namespace}`);
}

function definitionOf(machine: Resource): string {
  const definition = machine.get("definition");
  return definition instanceof Unknown ? (definition.template ?? "") : String(definition);
}
