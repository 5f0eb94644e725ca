/** A metric as AWS publishes it. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  /** The sets of dimensions that it is published under; any other set has no data. */
  readonly dimensions: readonly (readonly string[])[];
  /** Statistics that mean something. */
  readonly statistics: readonly string[];
  /** Seconds between two data points. */
  readonly everySeconds: number;
  /** What must be turned on, in Terraform's words. @default - nothing */
  readonly needs?: string;
  readonly source: string;
}

const ALB = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html";
const INSIGHTS = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html";
const ECS = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html";
const SCALING = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html";
const GROUP = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html";
const NAT = "https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html";
const ACM = "https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html";
const SQS =
  "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html";

const OF_BALANCER = [["LoadBalancer"], ["AvailabilityZone", "LoadBalancer"]];
const OF_TARGETS = [
  ["LoadBalancer", "TargetGroup"],
  ["AvailabilityZone", "LoadBalancer", "TargetGroup"],
];
const OF_BOTH = [...OF_BALANCER, ...OF_TARGETS];
const ANY_LEVEL = ["Average", "Minimum", "Maximum"];

/** What the platform's alarms and dashboard read of AWS, and what watches the same in anybody's plan. */
export const METRICS: readonly Metric[] = [
  balancer("RequestCount", OF_BOTH, ["Sum"]),
  balancer("HTTPCode_ELB_5XX_Count", OF_BALANCER, ["Sum"]),
  balancer("HTTPCode_ELB_502_Count", OF_BALANCER, ["Sum"]),
  balancer("HTTPCode_ELB_503_Count", OF_BALANCER, ["Sum"]),
  balancer("HTTPCode_ELB_504_Count", OF_BALANCER, ["Sum"]),
  balancer("HTTPCode_Target_4XX_Count", OF_BOTH, ["Sum"]),
  balancer("HTTPCode_Target_5XX_Count", OF_BOTH, ["Sum"]),
  balancer("TargetResponseTime", OF_BOTH, ["Average", "Maximum", "p50", "p90", "p95", "p99"]),
  balancer("HealthyHostCount", OF_TARGETS, ANY_LEVEL),
  balancer("UnHealthyHostCount", OF_TARGETS, ANY_LEVEL),
  ofService("DesiredTaskCount"),
  ofService("RunningTaskCount"),
  ofService("PendingTaskCount"),
  ...["CPUReservation", "MemoryReservation"].map((name) => ofCluster(name, [["ClusterName"]])),
  ...["CPUUtilization", "MemoryUtilization"].map((name) =>
    ofCluster(name, [["ClusterName"], ["ClusterName", "ServiceName"]]),
  ),
  {
    namespace: "AWS/ECS/ManagedScaling",
    name: "CapacityProviderReservation",
    dimensions: [["CapacityProviderName", "ClusterName"]],
    statistics: ANY_LEVEL,
    everySeconds: 60,
    needs: "managed_scaling.status = ENABLED on the aws_ecs_capacity_provider",
    source: SCALING,
  },
  ...[
    "GroupDesiredCapacity",
    "GroupInServiceInstances",
    "GroupMaxSize",
    "GroupMinSize",
    "GroupPendingInstances",
    "GroupTerminatingInstances",
    "GroupTotalInstances",
  ].map(
    (name): Metric => ({
      namespace: "AWS/AutoScaling",
      name,
      dimensions: [["AutoScalingGroupName"]],
      statistics: ANY_LEVEL,
      everySeconds: 60,
      needs: "enabled_metrics on the aws_autoscaling_group",
      source: GROUP,
    }),
  ),
  ...["ErrorPortAllocation", "PacketsDropCount", "PacketsInFromSource", "PacketsInFromDestination"].map(
    (name): Metric => ({
      namespace: "AWS/NATGateway",
      name,
      dimensions: [["NatGatewayId"]],
      statistics: ["Sum"],
      everySeconds: 60,
      source: NAT,
    }),
  ),
  {
    namespace: "AWS/CertificateManager",
    name: "DaysToExpiry",
    dimensions: [["CertificateArn"]],
    statistics: ["Minimum", "Average", "Maximum"],
    // Twice a day; a period of a day always holds one.
    everySeconds: 43_200,
    source: ACM,
  },
  {
    namespace: "AWS/SQS",
    name: "ApproximateNumberOfMessagesVisible",
    dimensions: [["QueueName"]],
    statistics: ["Sum", ...ANY_LEVEL],
    everySeconds: 60,
    source: SQS,
  },
];

/** The metric of that name, if the catalogue has it. */
export function findMetric(namespace: string, name: string): Metric | undefined {
  return METRICS.find((metric) => metric.namespace === namespace && metric.name === name);
}

/** Whether the metric is published under exactly these dimensions. */
export function hasDimensions({ dimensions }: Metric, names: readonly string[]): boolean {
  const wanted = [...names].sort().join(" ");
  return dimensions.some((set) => [...set].sort().join(" ") === wanted);
}

/** Whether the catalogue knows all that a namespace is used for here: a name it lacks there is likelier a slip. */
export function isKnownNamespace(namespace: string): boolean {
  return METRICS.some((metric) => metric.namespace === namespace);
}

function balancer(name: string, dimensions: Metric["dimensions"], statistics: readonly string[]): Metric {
  return { namespace: "AWS/ApplicationELB", name, dimensions, statistics, everySeconds: 60, source: ALB };
}

function ofService(name: string): Metric {
  return {
    namespace: "ECS/ContainerInsights",
    name,
    dimensions: [["ClusterName", "ServiceName"]],
    statistics: ANY_LEVEL,
    everySeconds: 60,
    needs: "containerInsights on the aws_ecs_cluster",
    source: INSIGHTS,
  };
}

function ofCluster(name: string, dimensions: Metric["dimensions"]): Metric {
  return { namespace: "AWS/ECS", name, dimensions, statistics: ANY_LEVEL, everySeconds: 60, source: ECS };
}
