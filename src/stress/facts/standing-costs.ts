import { HOURS_A_MONTH, PRICES, type Price } from "../../catalogue/prices";
import type { Plan, Resource } from "../../plan/plan";
import { listOf } from "../../plan/value";

/** What is paid for by the hour, whatever runs. */
export interface StandingCost {
  readonly address: string;
  readonly usdPerHour: number;
}

interface Rate {
  readonly type: string;
  readonly price: Price;
  /** How often it is paid for. @default - once */
  readonly times?: (resource: Resource) => number;
}

const subnetsOf = (resource: Resource, path: string) => Math.max(1, listOf(resource.get(path)).length);
const balancerAddresses = (balancer: Resource) =>
  String(balancer.get("internal")) === "true" ? 0 : subnetsOf(balancer, "subnets");
const isInterface = (endpoint: Resource) => endpoint.get("vpc_endpoint_type") === "Interface";

/** Of what a plan may hold; requests, data and logs, which come with use, aren't in it. */
const RATES: readonly Rate[] = [
  { type: "aws_lb", price: PRICES.loadBalancer },
  { type: "aws_lb", price: PRICES.publicAddress, times: balancerAddresses },
  { type: "aws_nat_gateway", price: PRICES.natGateway },
  { type: "aws_nat_gateway", price: PRICES.publicAddress },
  {
    type: "aws_vpc_endpoint",
    price: PRICES.interfaceEndpoint,
    times: (endpoint) => (isInterface(endpoint) ? subnetsOf(endpoint, "subnet_ids") : 0),
  },
  { type: "aws_cloudwatch_metric_alarm", price: PRICES.alarm },
  { type: "aws_cloudwatch_composite_alarm", price: PRICES.compositeAlarm },
  { type: "aws_cloudwatch_dashboard", price: PRICES.dashboard },
  { type: "aws_kms_key", price: PRICES.customerKey },
  { type: "aws_secretsmanager_secret", price: PRICES.secret },
  { type: "aws_route53_zone", price: PRICES.hostedZone },
  { type: "aws_wafv2_web_acl", price: PRICES.webAcl },
  { type: "aws_wafv2_web_acl", price: PRICES.webAclRule, times: (acl) => acl.blocks("rule").length },
];

/** What the plan's load balancers, gateways, endpoints, alarms, keys and the like cost an hour, with no request at all. */
export function standingCosts(plan: Plan): readonly StandingCost[] {
  return RATES.flatMap(({ type, price, times }) =>
    plan.resources(type).map((resource) => ({
      address: resource.address,
      usdPerHour: (times?.(resource) ?? 1) * (price.unit === "USD/h" ? price.amount : price.amount / HOURS_A_MONTH),
    })),
  );
}
