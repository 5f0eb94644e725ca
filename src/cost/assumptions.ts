/** A number of the bill that no plan holds. */
export interface CostAssumption {
  readonly value: number;
  readonly unit: string;
  readonly kind: "documented" | "observed" | "assumed";
  readonly source: string;
}

const INSIGHTS =
  "CloudWatch user guide, Container-Insights-metrics-ECS: those of bridge and awsvpc tasks, by their dimensions";

/** Every number of the bill that isn't the plan's, the load's or a price. What is assumed is worth measuring on a bill of one's own. */
export const COST_ASSUMPTIONS = {
  detailedMetrics: {
    value: 7,
    unit: "metrics an instance",
    kind: "documented",
    source: "EC2 user guide, viewing_metrics_with_cloudwatch: with detailed monitoring every one is paid for",
  },
  insightsOfCluster: { value: 11, unit: "metrics", kind: "documented", source: INSIGHTS },
  insightsOfService: { value: 13, unit: "metrics", kind: "documented", source: INSIGHTS },
  insightsOfFamily: { value: 8, unit: "metrics", kind: "documented", source: INSIGHTS },
  performanceEventBytes: {
    value: 800,
    unit: "B",
    kind: "observed",
    source: "CloudWatch user guide, Container-Insights-reference-performance-logs-ECS: the examples' length",
  },
  healthCheckLogBytes: {
    value: 200,
    unit: "B",
    kind: "assumed",
    source: "a line of a web server's log for each health check; nothing where the application leaves them out",
  },
  flowRecords: {
    value: 10,
    unit: "records an interface and minute",
    kind: "assumed",
    source: "health checks, agents and AWS's own calls; at one minute of aggregation each connection is a record",
  },
  flowRecordBytes: {
    value: 150,
    unit: "B",
    kind: "observed",
    source: "VPC user guide, flow-logs-records-examples: a record of the default format, with CloudWatch's 26 B",
  },
  storedShare: {
    value: 0.2,
    unit: "share",
    kind: "assumed",
    source: "logs are stored compressed, and paid for so; to a fifth or so",
  },
  keptMonths: {
    value: 12,
    unit: "months",
    kind: "assumed",
    source: "logs that never expire: what is stored after a year",
  },
  agentGB: {
    value: 0.005,
    unit: "GB an instance and hour",
    kind: "assumed",
    source: "what agents send and fetch through NAT gateways while nothing happens: not published",
  },
  stateGB: { value: 0.1, unit: "GB", kind: "assumed", source: "a state of some 1 MB in a hundred versions" },
  lockTableGB: { value: 0.001, unit: "GB", kind: "assumed", source: "an item for each state, of some hundred bytes" },
  lockReads: { value: 1, unit: "reads a look", kind: "assumed", source: "a scan of less than 4 KB, consistent" },
  savingsPlanShare: {
    value: 0.73,
    unit: "share of the On-Demand price",
    kind: "assumed",
    source: "no list was in reach; a Compute Savings Plan of one year, nothing upfront, takes some 27 % off",
  },
  responseBytes: { value: 20_000, unit: "B a request", kind: "assumed", source: "an answer with its headers" },
  requestsPerConnection: { value: 10, unit: "requests", kind: "assumed", source: "of a client, before it goes" },
  connectionMinutes: { value: 1, unit: "min", kind: "documented", source: "ALB's idle time-out: 60 s" },
  logBytesPerRequest: { value: 300, unit: "B a request", kind: "assumed", source: "a line of the application's log" },
  flowRecordsPerConnection: {
    value: 4,
    unit: "records a connection",
    kind: "assumed",
    source: "there and back, at the load balancer and at the task",
  },
  silentHours: { value: 12, unit: "h a day", kind: "assumed", source: "what an ordinary month is taken to be" },
} as const satisfies { readonly [id: string]: CostAssumption };
