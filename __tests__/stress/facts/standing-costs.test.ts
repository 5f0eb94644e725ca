import { HOURS_A_MONTH, PRICES } from "../../../src/catalogue/prices";
import { readPlan } from "../../../src/plan/read";
import { standingCosts } from "../../../src/stress/facts/standing-costs";
import { synthesized } from "../../support/synthesized";

const costsOf = (resource: object) =>
  Object.fromEntries(
    standingCosts(readPlan({ resource })).map(({ address, usdPerHour }) => [address, usdPerHour] as const),
  );
const sumOf = (resource: object) => standingCosts(readPlan({ resource })).reduce((sum, one) => sum + one.usdPerHour, 0);
const hourly = (usdPerMonth: number) => usdPerMonth / HOURS_A_MONTH;

test("a load balancer costs its hours, and an address in each subnet if the internet reaches it", () => {
  const balancer = { subnets: ["a", "b", "c"] };
  expect(sumOf({ aws_lb: { ingress: { ...balancer, internal: true } } })).toBeCloseTo(PRICES.loadBalancer.amount, 9);
  expect(sumOf({ aws_lb: { ingress: balancer } })).toBeCloseTo(
    PRICES.loadBalancer.amount + 3 * PRICES.publicAddress.amount,
    9,
  );
});

test("a NAT gateway costs its hours and its address; an interface endpoint its hours in each subnet, a gateway nothing", () => {
  expect(sumOf({ aws_nat_gateway: { a: {}, b: {} } })).toBeCloseTo(
    2 * (PRICES.natGateway.amount + PRICES.publicAddress.amount),
    9,
  );
  const endpoints = {
    ssm: { vpc_endpoint_type: "Interface", subnet_ids: ["a", "b"] },
    s3: { vpc_endpoint_type: "Gateway" },
  };
  const costs = costsOf({ aws_vpc_endpoint: endpoints });
  expect(costs["aws_vpc_endpoint.ssm"]).toBeCloseTo(2 * PRICES.interfaceEndpoint.amount, 9);
  expect(costs["aws_vpc_endpoint.s3"]).toBe(0);
});

test("what is paid for by the month is spread over its hours", () => {
  expect(sumOf({ aws_kms_key: { key: {} } })).toBeCloseTo(hourly(PRICES.customerKey.amount), 9);
  const acl = { rule: [{ name: "a" }, { name: "b" }] };
  expect(sumOf({ aws_wafv2_web_acl: { acl } })).toBeCloseTo(
    hourly(PRICES.webAcl.amount + 2 * PRICES.webAclRule.amount),
    9,
  );
});

test("what costs nothing while it stands isn't listed; of production's gateways each is, with its address", () => {
  expect(costsOf({ aws_vpc: { network: {} } })).toEqual({});
  const plan = readPlan(synthesized("production").get("production-platform"));
  const gateways = standingCosts(plan).filter(({ address }) => address.startsWith("aws_nat_gateway."));
  // One in each zone: its hours, and its address.
  expect(gateways).toHaveLength(2 * plan.resources("aws_nat_gateway").length);
});
