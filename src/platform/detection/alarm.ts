import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Construct } from "constructs";
import type { Environment } from "../../environments/schema";
import { onCall, type Runbook } from "./runbook";

/** A metric as CloudWatch is asked for it; `src/catalogue/metrics.ts` knows where each is published. */
export interface MetricQuery {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: { readonly [name: string]: string };
  /** `"Sum"`, `"Average"`, `"Minimum"`, `"Maximum"`, or a percentile, `"p99"`. */
  readonly statistic: string;
}

/** An alarm, as a row of a table. */
export interface AlarmRow {
  /** Name behind the environment's. */
  readonly name: string;
  /** What is wrong, in a sentence for the person on call. */
  readonly sentence: string;
  readonly runbook: Runbook;
  /** One metric, or those that `expression` names by their keys. */
  readonly metrics: { readonly [id: string]: MetricQuery };
  /**
   * Metric math over `metrics`.
   * @default - the one metric as it is
   */
  readonly expression?: string;
  readonly rings: { readonly above: number } | { readonly below: number };
  readonly periodSeconds: number;
  /** Periods in a row that it must be so. */
  readonly periods: number;
  /** What no data point means, and why. */
  readonly missing: {
    readonly is: "breaching" | "notBreaching" | "ignore" | "missing";
    readonly because: string;
  };
}

export interface AlarmProps {
  readonly environment: Environment;
  readonly row: AlarmRow;
  /**
   * Where it says so, and that it is over, for an alarm whose cause no other one has.
   * @default - nowhere: it is part of a composite alarm
   */
  readonly topic?: SnsTopic;
}

/** A metric's alarm. */
export class Alarm extends Construct {
  readonly alarm: CloudwatchMetricAlarm;

  constructor(scope: Construct, id: string, { environment, row, topic }: AlarmProps) {
    super(scope, id);
    const { rings, metrics, expression } = row;
    this.alarm = new CloudwatchMetricAlarm(this, "Resource", {
      alarmName: `${environment.name}-${row.name}`,
      alarmDescription: onCall(environment, row),
      ...(expression === undefined ? single(row) : { metricQuery: queries(row, metrics, expression) }),
      comparisonOperator: "above" in rings ? "GreaterThanThreshold" : "LessThanThreshold",
      threshold: "above" in rings ? rings.above : rings.below,
      evaluationPeriods: row.periods,
      datapointsToAlarm: row.periods,
      treatMissingData: row.missing.is,
      ...(topic && { actionsEnabled: true, alarmActions: [topic.arn], okActions: [topic.arn] }),
    });
  }
}

function single({ name, metrics, periodSeconds }: AlarmRow) {
  const [query, ...further] = Object.values(metrics);
  if (query === undefined || further.length > 0)
    throw new Error(`the alarm ${name} has no expression over its metrics`);
  const { namespace, name: metricName, dimensions, statistic } = query;
  return {
    namespace,
    metricName,
    // Terraform reads none as not set.
    ...(Object.keys(dimensions).length > 0 ? { dimensions } : {}),
    period: periodSeconds,
    // A percentile of a handful of requests is one request's luck.
    ...(isPercentile(statistic)
      ? { extendedStatistic: statistic, evaluateLowSampleCountPercentiles: "ignore" }
      : { statistic }),
  };
}

function queries({ name, periodSeconds }: AlarmRow, metrics: AlarmRow["metrics"], expression: string) {
  return [
    { id: "alarm", expression, label: name, returnData: true },
    ...Object.entries(metrics).map(([id, { namespace, name: metricName, dimensions, statistic }]) => ({
      id,
      metric: { namespace, metricName, dimensions, stat: statistic, period: periodSeconds },
      returnData: false,
    })),
  ];
}

function isPercentile(statistic: string): boolean {
  return /^p\d/.test(statistic);
}
