import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan, Resource } from "../../src/plan/plan";
import { readPlan, readPlanFile } from "../../src/plan/read";
import { type MaybeValue, Unknown, type Value } from "../../src/plan/value";

const FIXTURES = join(__dirname, "../plan/fixtures");

export function fixturePath(name: string): string {
  return join(FIXTURES, name);
}

export function fixturePlan(name: string): Plan {
  return readPlanFile(fixturePath(name));
}

export function fixtureDocument(name: string): unknown {
  return JSON.parse(readFileSync(fixturePath(name), "utf8"));
}

/** A configuration of those resources: `{ aws_vpc: { network: {} } }`. */
export function configured(resource: object, further: object = {}): Plan {
  return readPlan({ resource, ...further });
}

/** The resource at an address. */
export function found(plan: Plan, address: string): Resource {
  const resource = plan.resource(address);
  if (resource === undefined) throw new Error(`no ${address} among ${addressesOf(plan.resources()).join(", ")}`);
  return resource;
}

export function addressesOf(resources: readonly Resource[]): readonly string[] {
  return resources.map(({ address }) => address);
}

/** A value with each unknown one as `<its template>`, or `<its references>` where it has none, to compare and to read. */
export function shown(value: MaybeValue): unknown {
  if (value instanceof Unknown) {
    const references = value.references.map(({ address, attribute }) => [address, attribute].filter(Boolean).join("."));
    return `<${value.template ?? references.join(", ")}>`;
  }
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner as Value)]));
}
