import { editedPlan, redirected } from "../../plan/edited";
import { endpoints, natGateways } from "../../plan/facts/network";
import type { Plan } from "../../plan/plan";
import type { ValueRecord } from "../../plan/value";
import { type Lever, withPlans } from "../setting";

export const fewerNatGateways: Lever = {
  id: "fewer-nat-gateways",
  title: "One NAT gateway for all zones",
  apply: (setting) => withPlans(setting, (plan) => withNatGateways(plan, 1)),
  step: (setting) => withPlans(setting, (plan) => withNatGateways(plan, natGateways(plan).length - 1)),
};

export const fewerEndpoints: Lever = {
  id: "fewer-endpoints",
  title: "No interface endpoints: what is asked of AWS goes by NAT gateway",
  apply: (setting) => withPlans(setting, (plan) => withEndpoints(plan, 0)),
  step: (setting) => withPlans(setting, (plan) => withEndpoints(plan, interfaceEndpoints(plan).length - 1)),
};

/** The first so many; what went by the others goes by the first. */
function withNatGateways(plan: Plan, count: number): Plan | undefined {
  const gateways = natGateways(plan).map(({ gateway }) => gateway);
  const [first] = gateways;
  if (first === undefined || count < 1 || gateways.length <= count) return undefined;
  const gone = gateways.slice(count);
  const goneAddresses = new Set(gone.map(({ address }) => address));
  const addresses = new Set(gone.flatMap((gateway) => plan.referenced(gateway.get("allocation_id"), "aws_eip")));
  const texts = new Map(
    gone.flatMap((gateway) => {
      const [from, to] = [gateway.get("id"), first.get("id")];
      return typeof from === "string" && typeof to === "string" ? [[from, to] as const] : [];
    }),
  );
  return editedPlan(plan, (resource) => {
    if (goneAddresses.has(resource.address) || addresses.has(resource)) return undefined;
    // What only tells of a gateway goes with it.
    if (resource.type === "aws_cloudwatch_metric_alarm" && isAbout(plan, resource.values, goneAddresses))
      return undefined;
    if (!["aws_route", "aws_route_table"].includes(resource.type)) return resource.values;
    const values = redirected(resource.values, goneAddresses, first.address) as ValueRecord;
    return texts.size === 0 ? values : (renamed(values, texts) as ValueRecord);
  });
}

function isAbout(plan: Plan, values: ValueRecord, addresses: ReadonlySet<string>): boolean {
  return plan.referenced(values, "aws_nat_gateway").some(({ address }) => addresses.has(address));
}

/** A plan of what is there already has ids, not references. */
function renamed(value: unknown, texts: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return texts.get(value) ?? value;
  if (Array.isArray(value)) return value.map((element) => renamed(element, texts));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner, texts)]));
}

const interfaceEndpoints = (plan: Plan) =>
  endpoints(plan).flatMap(({ endpoint, type }) => (type === "Interface" ? endpoint : []));

function withEndpoints(plan: Plan, count: number): Plan | undefined {
  const all = interfaceEndpoints(plan);
  if (count < 0 || all.length <= count) return undefined;
  const gone = new Set(all.slice(count));
  return editedPlan(plan, (resource) => (gone.has(resource) ? undefined : resource.values));
}
