import { namesOf } from "../../src/plan/address";
import type { Plan } from "../../src/plan/plan";
import { shown } from "./plan";

/**
 * Expects the plan to hold the configuration's resources, and each argument that the configuration sets to have the same
 * value in both. What can't differ in meaning may in form: the order of sets, the layout of JSON texts, a number as a
 * text, blocks as lists, and what the provider adds to them. Where the configuration has one resource for instances that
 * only Terraform can tell, the first of them is compared.
 */
export function expectEquivalent(configuration: Plan, plan: Plan): void {
  const unmatched = (here: Plan, there: Plan) =>
    here.resources().filter(({ address }) => namesOf(address).every((name) => there.resource(name) === undefined));
  expect([...unmatched(configuration, plan), ...unmatched(plan, configuration)]).toEqual([]);
  const differences = configuration.resources().flatMap((resource) =>
    Object.keys(resource.values).flatMap((path) => {
      const [written, planned] = [resource, plan.resource(resource.address)].map((side) => shown(side?.get(path)));
      return contains(planned, written) ? [] : [{ address: resource.address, path, written, planned }];
    }),
  );
  expect(differences).toEqual([]);
}

function contains(planned: unknown, written: unknown): boolean {
  if (isEmpty(written)) return isEmpty(planned);
  if (Array.isArray(planned) && planned.length === 1 && !Array.isArray(written)) return contains(planned[0], written);
  if (Array.isArray(written)) {
    const all = Array.isArray(planned) ? [...planned] : [planned];
    return (
      all.length === written.length &&
      written.every((element) => {
        const index = all.findIndex((candidate) => contains(candidate, element));
        return index >= 0 && all.splice(index, 1).length === 1;
      })
    );
  }
  if (typeof written === "object" && written !== null) {
    if (typeof planned !== "object" || planned === null) return false;
    const known = new Map(Object.entries(planned));
    return Object.entries(written).every(([key, value]) => contains(known.get(key), value));
  }
  const [a, b] = [parsed(written), parsed(planned)];
  return typeof a === "object" ? contains(b, a) : String(planned) === String(written);
}

/** JSON in a text, also where it is known but for some references. */
function parsed(value: unknown): unknown {
  try {
    const text = String(value).replace(/^<([[{].*)>$/s, "$1");
    return /^[[{]/.test(text) ? JSON.parse(text) : value;
  } catch {
    return value;
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
