import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { Construct } from "constructs";
import type { Environment } from "../../environments/schema";
import type { Notifications } from "../notifications";
import type { MetricQuery } from "./alarm";
import { metricNamespace } from "./lock-check";

export interface EventCountsProps {
  readonly environment: Environment;
  readonly notifications: Notifications;
}

/** Counts of events that AWS has no metric of: each is one in the log group. */
export class EventCounts extends Construct {
  readonly failedLaunches: MetricQuery;
  readonly interruptions: MetricQuery;
  readonly recommendations: MetricQuery;

  constructor(scope: Construct, id: string, { environment, notifications }: EventCountsProps) {
    super(scope, id);
    const count = (metric: string, event: string): MetricQuery => {
      const namespace = metricNamespace(environment);
      const name = `${environment.name}-${metric}`;
      new CloudwatchLogMetricFilter(this, metric, {
        name,
        logGroupName: notifications.logGroup.group.name,
        pattern: `{ $.detail-type = "${event}" }`,
        metricTransformation: { namespace, name: metric, value: "1", unit: "Count" },
      });
      return { namespace, name: metric, dimensions: {}, statistic: "Sum" };
    };
    this.failedLaunches = count("failed-launches", "EC2 Instance Launch Unsuccessful");
    this.interruptions = count("spot-interruptions", "EC2 Spot Instance Interruption Warning");
    this.recommendations = count("rebalance-recommendations", "EC2 Instance Rebalance Recommendation");
  }
}
