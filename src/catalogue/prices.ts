import { type InstanceType, instanceType } from "./instance-types";

/** A list price. */
export interface Price {
  readonly amount: number;
  /** `"USD/h"` and `"USD/month"` are for each such thing that there is; a month has `HOURS_A_MONTH`. */
  readonly unit: "USD/h" | "USD/month" | "USD/GB" | "USD/GB-month" | "USD/million";
  /** Where it was read; `UNCONFIRMED`: nowhere. */
  readonly source: string;
  /** Day or month of that, `"2026-01-19"` or `"2026-01"`. */
  readonly date: string;
}

/** The region that every price is of. Others differ by some percent. */
export const PRICED_REGION = "us-east-1";

/** The source of a price that everybody knows and no dated copy was found of. */
export const UNCONFIRMED = "no dated source was found: check it";

/** Hours in a month, as AWS's own calculator has it. */
export const HOURS_A_MONTH = 730;

const FACTUAL = "factualminds.com, pages on VPC, PrivateLink and CloudWatch prices";

/** What else than instances is paid for, in `PRICED_REGION`, without free tiers. Secondary copies of AWS's lists. */
export const PRICES = {
  /** A volume of gp3 with the 3,000 IOPS and 125 MB/s that every one has. */
  gp3Volume: { amount: 0.08, unit: "USD/GB-month", source: "third parties' notes", date: "2026" },
  loadBalancer: {
    amount: 0.0225,
    unit: "USD/h",
    source: "api-evangelist/amazon-elastic-load-balancing",
    date: "2026-09-20",
  },
  /** One unit: 25 new connections a second, 3,000 active a minute, 1 GB an hour, 1,000 rule evaluations a second; the most counts. */
  loadBalancerCapacityUnit: {
    amount: 0.008,
    unit: "USD/h",
    source: "api-evangelist/amazon-elastic-load-balancing",
    date: "2026-09-20",
  },
  /** Of each public address: one for each node of a load balancer that faces the internet, one for each NAT gateway. */
  publicAddress: { amount: 0.005, unit: "USD/h", source: FACTUAL, date: "2026-06" },
  natGateway: { amount: 0.045, unit: "USD/h", source: "basavytix.com, aws-nat-gateway-pricing", date: "2026" },
  natGatewayData: { amount: 0.045, unit: "USD/GB", source: "basavytix.com, aws-nat-gateway-pricing", date: "2026" },
  /** Of each zone that the endpoint is in; gateway endpoints are free. */
  interfaceEndpoint: { amount: 0.01, unit: "USD/h", source: FACTUAL, date: "2026-06" },
  interfaceEndpointData: { amount: 0.01, unit: "USD/GB", source: FACTUAL, date: "2026-06" },
  /** Each way; not between a load balancer and its targets. */
  crossZoneData: { amount: 0.01, unit: "USD/GB", source: "usage.ai, aws-network-costs", date: "2026-05" },
  /** Of a metric at standard resolution; one with metric math is paid for each metric in it. */
  alarm: { amount: 0.1, unit: "USD/month", source: "c3x.dev, aws_cloudwatch_metric_alarm", date: "2026" },
  compositeAlarm: { amount: 0.5, unit: "USD/month", source: "c3x.dev, aws_cloudwatch_metric_alarm", date: "2026" },
  dashboard: { amount: 3, unit: "USD/month", source: FACTUAL, date: "2026-06" },
  /** Container Insights publishes them too. */
  customMetric: { amount: 0.3, unit: "USD/month", source: "signoz.io, cloudwatch-pricing", date: "2026-02-15" },
  logsIngested: { amount: 0.5, unit: "USD/GB", source: FACTUAL, date: "2026-06" },
  /** Of a service's own logs to a bucket: flow logs and the like. */
  logsDelivered: {
    amount: 0.25,
    unit: "USD/GB",
    source: "aws-samples/sample-cfm-tips-mcp, services/cloudwatch_service_vended_log.py",
    date: "2025",
  },
  logsStored: { amount: 0.03, unit: "USD/GB-month", source: FACTUAL, date: "2026-06" },
  customerKey: { amount: 1, unit: "USD/month", source: "cloudburn.io, aws-kms-pricing", date: "2026-03-14" },
  secret: { amount: 0.4, unit: "USD/month", source: "hivebook.wiki, aws-secrets-manager", date: "2026" },
  hostedZone: { amount: 0.5, unit: "USD/month", source: "ns1.com, aws-dns", date: "2026" },
  webAcl: { amount: 5, unit: "USD/month", source: "awsnegotiations.com, waf-pricing-strategy", date: "2026" },
  webAclRule: { amount: 1, unit: "USD/month", source: "awsnegotiations.com, waf-pricing-strategy", date: "2026" },
  webAclRequests: {
    amount: 0.6,
    unit: "USD/million",
    source: "awsnegotiations.com, waf-pricing-strategy",
    date: "2026",
  },
  /** Out to the internet, up to 10 TB a month. */
  internetData: {
    amount: 0.09,
    unit: "USD/GB",
    source: "wring.co, aws-data-transfer-pricing-guide",
    date: "2026-03-08",
  },
  bucketStorage: {
    amount: 0.023,
    unit: "USD/GB-month",
    source: "aws-samples/sample-cfm-tips-mcp, services/cloudwatch_service_vended_log.py",
    date: "2025",
  },
  tableStorage: { amount: 0.25, unit: "USD/GB-month", source: UNCONFIRMED, date: "2026" },
  /** Point-in-time recovery of a table. */
  tableRecovery: { amount: 0.2, unit: "USD/GB-month", source: UNCONFIRMED, date: "2026" },
  /** Of a table that is paid by request. */
  tableReads: { amount: 0.125, unit: "USD/million", source: UNCONFIRMED, date: "2026" },
  /** Of Step Functions' standard workflows. */
  stateTransitions: {
    amount: 25,
    unit: "USD/million",
    source: "wring.co, aws-step-functions-pricing-guide",
    date: "2026-03-14",
  },
  fargateVcpu: { amount: 0.04048, unit: "USD/h", source: "cloudburn.io, aws-fargate-pricing", date: "2026-04-01" },
  fargateGB: { amount: 0.004445, unit: "USD/h", source: "wring.co, aws-fargate-pricing-guide", date: "2026-03-10" },
  fargateVcpuArm: { amount: 0.03238, unit: "USD/h", source: "vantage.sh, fargate-pricing", date: "2025" },
  fargateGBArm: { amount: 0.00356, unit: "USD/h", source: "vantage.sh, fargate-pricing", date: "2025" },
  /** Container Insights with enhanced observability, of each metric. */
  enhancedMetric: { amount: 0.07, unit: "USD/month", source: "fortem.dev, ecs-fargate-monitoring", date: "2026" },
} as const satisfies { readonly [id: string]: Price };

export type PriceId = keyof typeof PRICES;

/**
 * An On-Demand instance with Linux.
 * @throws RangeError for a type that the catalogue doesn't have
 */
export function onDemandPrice({ name, memoryMiB }: Pick<InstanceType, "name" | "memoryMiB">): Price {
  const [family = ""] = name.split(".");
  const large = LARGE_USD_PER_HOUR.get(family);
  const { memoryMiB: memoryOfLarge } = instanceType(`${family}.large`) ?? {};
  if (large === undefined || memoryOfLarge === undefined) throw new RangeError(`${name}: no price is known`);
  return {
    amount: (large * memoryMiB) / memoryOfLarge,
    unit: "USD/h",
    source: "AWS's price list, as aws/karpenter-provider-aws 031e72b6 has it in zz_generated.pricing_aws.go",
    date: "2026-01-19",
  };
}

/**
 * A Spot instance with Linux, on average over time and zones: a share of the On-Demand price. Few are known, and none
 * from AWS itself, so it says what order of money is at stake, not what a bill will say.
 * @throws RangeError for a type that the catalogue doesn't have
 */
export function spotPrice(type: Pick<InstanceType, "name" | "memoryMiB">): Price {
  const [family = ""] = type.name.split(".");
  const observed = SPOT_SHARES[family];
  return {
    amount: onDemandPrice(type).amount * (observed ?? SPOT_SHARE),
    unit: "USD/h",
    source:
      observed === undefined
        ? "35 % of the On-Demand price, the middle of the 60 to 70 % off that cloudprice.app saw for m6i.large"
        : "cloudprice.app, spot-instance-economics; cloud-bench.com: the middle of what was seen for one of its sizes",
    date: "2026",
  };
}

const SPOT_SHARE = 0.35;
// behaviour.md, 12: m6i.large 0.029–0.041, c6i.xlarge 0.051–0.077, m5.large and t3 some 70 % off.
const SPOT_SHARES: { readonly [family: string]: number } = { m6i: 0.36, c6i: 0.38, m5: 0.3, t3: 0.3 };

/**
 * USD an hour of a family's `large`. The other sizes cost as many times as much as they have memory; AWS's list differs
 * from that by rounding only.
 */
const LARGE_USD_PER_HOUR: ReadonlyMap<string, number> = new Map([
  ["t3", 0.0832],
  ["t3a", 0.0752],
  ["t4g", 0.0672],
  ["m5", 0.096],
  ["m5a", 0.086],
  ["m5ad", 0.103],
  ["m5d", 0.113],
  ["m5dn", 0.136],
  ["m5n", 0.119],
  ["m6a", 0.0864],
  ["m6i", 0.096],
  ["m6id", 0.11865],
  ["m6idn", 0.15912],
  ["m6in", 0.13923],
  ["m7i", 0.1008],
  ["m7i-flex", 0.09576],
  ["m7a", 0.11592],
  ["m6g", 0.077],
  ["m6gd", 0.0904],
  ["m7g", 0.0816],
  ["m7gd", 0.1068],
  ["m8g", 0.08976],
  ["c5", 0.085],
  ["c5d", 0.096],
  ["c5a", 0.077],
  ["c6a", 0.0765],
  ["c6i", 0.085],
  ["c6id", 0.1008],
  ["c6in", 0.1134],
  ["c7i", 0.08925],
  ["c7i-flex", 0.08479],
  ["c7a", 0.10264],
  ["c6g", 0.068],
  ["c6gd", 0.0768],
  ["c6gn", 0.0864],
  ["c7g", 0.0725],
  ["c7gd", 0.0907],
  ["c7gn", 0.1248],
  ["c8g", 0.07976],
  ["r5", 0.126],
  ["r5a", 0.113],
  ["r5ad", 0.131],
  ["r5b", 0.149],
  ["r5d", 0.144],
  ["r5dn", 0.167],
  ["r5n", 0.149],
  ["r6a", 0.1134],
  ["r6i", 0.126],
  ["r6id", 0.1512],
  ["r6idn", 0.19539],
  ["r6in", 0.17433],
  ["r7i", 0.1323],
  ["r7a", 0.15215],
  ["r6g", 0.1008],
  ["r6gd", 0.1152],
  ["r7g", 0.1071],
  ["r7gd", 0.1361],
  ["r8g", 0.11782],
]);
