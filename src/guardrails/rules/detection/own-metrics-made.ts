import { alarms } from "../../../cloudwatch/alarms";
import { stateMachines } from "../../../plan/facts/state-machines";
import type { Plan, Resource } from "../../../plan/plan";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { dashboards } from "../../vocabulary/dashboards";

/** Of a metric that filters make, CloudWatch keeps a data point a minute. */
const EVERY_SECONDS = 60;

interface Read {
  readonly by: Resource;
  readonly namespace: string;
  readonly name: string;
  readonly periodSeconds: number;
}

/** Of metrics in a namespace that a metric filter of the plan writes to. */
export const ownMetricsMade: Check = (plan) => {
  const made = new Set<string>();
  const namespaces = new Set<string>();
  for (const filter of plan.resources("aws_cloudwatch_log_metric_filter")) {
    for (const metric of filter.blocks("metric_transformation")) {
      namespaces.add(String(metric.get("namespace")));
      // A filter that counts by 0 makes nothing of anything.
      if (String(metric.get("value")) !== "0") made.add(`${metric.get("namespace")} ${metric.get("name")}`);
    }
  }
  const own = readsOf(plan).filter(({ namespace }) => namespaces.has(namespace));
  const wrongOf = ({ namespace, name, periodSeconds }: Read) => [
    ...(made.has(`${namespace} ${name}`) || isPut(plan, name) ? [] : [`nothing counts ${name}`]),
    ...(periodSeconds < EVERY_SECONDS ? [`${name} has a data point every ${EVERY_SECONDS} s only`] : []),
  ];
  return [...new Set(own.map(({ by }) => by))].map((reader) => {
    const wrong = own.filter(({ by }) => by === reader).flatMap(wrongOf);
    return judge(reader.address, wrong.length === 0, wrong.join("; "));
  });
};

function readsOf(plan: Plan): readonly Read[] {
  return [
    ...alarms(plan).flatMap(({ alarm, metrics }) => metrics.map((metric) => ({ ...metric, by: alarm }))),
    ...dashboards(plan).flatMap(({ dashboard, widgets = [] }) =>
      widgets.flatMap(({ metrics }) =>
        metrics.map(({ namespace, name, period }) => ({
          by: dashboard,
          namespace,
          name,
          periodSeconds: Number(period ?? EVERY_SECONDS),
        })),
      ),
    ),
  ];
}

/** A state machine may put it. */
const isPut = (plan: Plan, name: string) =>
  stateMachines(plan).some(({ definition }) => definition === undefined || JSON.stringify(definition).includes(name));
