import { HOURS_A_MONTH, PRICES, type Price, type PriceId } from "../../catalogue/prices";
import type { Plan, Resource } from "../../plan/plan";
import { listOf } from "../../plan/value";

/** What is paid for by the hour, whatever runs. */
export interface StandingCost {
  readonly address: string;
  /** What it is, in the plural: `"NAT gateways"`. */
  readonly item: string;
  readonly price: PriceId;
  /** How often the price is paid for, hour by hour. */
  readonly count: number;
  readonly usdPerHour: number;
}

interface Rate {
  readonly type: string;
  readonly item: string;
  readonly price: PriceId;
  /** How often it is paid for. @default - once */
  readonly times?: (resource: Resource, plan: Plan) => number;
}

const subnetsOf = (resource: Resource, path: string) => Math.max(1, listOf(resource.get(path)).length);
const balancerAddresses = (balancer: Resource) =>
  String(balancer.get("internal")) === "true"
    ? 0
    : Math.max(subnetsOf(balancer, "subnets"), balancer.blocks("subnet_mapping").length);
const isInterface = (endpoint: Resource) => endpoint.get("vpc_endpoint_type") === "Interface";
const isPublic = (gateway: Resource) => gateway.get("connectivity_type") !== "private";
/** One with metric math is paid for each metric in it. */
const alarmMetrics = (alarm: Resource) =>
  Math.max(1, alarm.blocks("metric_query").filter((query) => query.blocks("metric").length > 0).length);

/** Addresses of one's own that a gateway or balancer has are counted there. */
const isFree = (address: Resource, plan: Plan) =>
  plan
    .resources("aws_nat_gateway", "aws_lb")
    .every((holder) =>
      ["allocation_id", "subnet_mapping.allocation_id"].every(
        (path) => !plan.referenced(holder.get(path), "aws_eip").includes(address),
      ),
    );

/** Of what a plan may hold; requests, data and logs, which come with use, aren't in it. */
const RATES: readonly Rate[] = [
  { type: "aws_lb", item: "load balancers", price: "loadBalancer" },
  { type: "aws_lb", item: "public addresses of load balancers", price: "publicAddress", times: balancerAddresses },
  { type: "aws_nat_gateway", item: "NAT gateways", price: "natGateway" },
  {
    type: "aws_nat_gateway",
    item: "public addresses of NAT gateways",
    price: "publicAddress",
    times: (gateway) => (isPublic(gateway) ? 1 : 0),
  },
  {
    type: "aws_eip",
    item: "other public addresses",
    price: "publicAddress",
    times: (address, plan) => (isFree(address, plan) ? 1 : 0),
  },
  {
    type: "aws_vpc_endpoint",
    item: "interface endpoints, in each zone",
    price: "interfaceEndpoint",
    times: (endpoint) => (isInterface(endpoint) ? subnetsOf(endpoint, "subnet_ids") : 0),
  },
  { type: "aws_cloudwatch_metric_alarm", item: "metrics of alarms", price: "alarm", times: alarmMetrics },
  { type: "aws_cloudwatch_composite_alarm", item: "composite alarms", price: "compositeAlarm" },
  { type: "aws_cloudwatch_dashboard", item: "dashboards", price: "dashboard" },
  { type: "aws_kms_key", item: "KMS keys", price: "customerKey" },
  { type: "aws_secretsmanager_secret", item: "secrets", price: "secret" },
  { type: "aws_route53_zone", item: "Route 53 zones", price: "hostedZone" },
  { type: "aws_wafv2_web_acl", item: "web ACLs", price: "webAcl" },
  {
    type: "aws_wafv2_web_acl",
    item: "rules of web ACLs",
    price: "webAclRule",
    times: (acl) => acl.blocks("rule").length,
  },
];

/** The types of resources that cost something standing. */
export const STANDING_TYPES: readonly string[] = [...new Set(RATES.map(({ type }) => type))];

/**
 * What the plan's load balancers, gateways, endpoints, alarms, keys and the like cost an hour, with no request at all.
 * @param prices @default - those of `PRICED_REGION`
 */
export function standingCosts(
  plan: Plan,
  prices: { readonly [id in PriceId]: Price } = PRICES,
): readonly StandingCost[] {
  return RATES.flatMap(({ type, item, price: id, times }) => {
    const { amount, unit } = prices[id];
    return plan.resources(type).map((resource) => {
      const count = times?.(resource, plan) ?? 1;
      const usdPerHour = count * (unit === "USD/h" ? amount : amount / HOURS_A_MONTH);
      return { address: resource.address, item, price: id, count, usdPerHour };
    });
  });
}
