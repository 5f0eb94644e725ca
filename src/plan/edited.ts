import { PlannedResource } from "./indexed-plan";
import type { Plan, Resource } from "./plan";
import { isList, isRecord, Unknown, type Value, type ValueRecord } from "./value";

/**
 * A plan with its resources changed, each by itself.
 * @param change a resource's values afterwards: the same ones where it stays as it is; `undefined` takes it out
 */
export function editedPlan(plan: Plan, change: (resource: Resource) => ValueRecord | undefined): Plan {
  return plan.withResources(
    plan.resources().flatMap((resource) => {
      const values = change(resource);
      return values === undefined ? [] : values === resource.values ? [resource] : [withValues(resource, values)];
    }),
  );
}

/** A resource that stands alone: nothing is known of its lifecycle, and nothing comes before it. */
export function newResource(type: string, name: string, values: ValueRecord): Resource {
  const address = `${type}.${name}`;
  return new PlannedResource({
    address,
    type,
    name,
    values,
    lifecycle: undefined,
    dependsOn: [],
    dependencies: () => [],
  });
}

/** A resource with other values. */
export function withValues(resource: Resource, values: ValueRecord): Resource {
  const { address, type, name, lifecycle, dependsOn } = resource;
  return new PlannedResource({
    address,
    type,
    name,
    values,
    lifecycle,
    dependsOn,
    dependencies: () => resource.dependencies,
  });
}

/**
 * Values with the one at a path set, in every block on the way, however often it is there. A block that isn't there
 * isn't made.
 */
export function setAt(values: ValueRecord, path: string, value: Value): ValueRecord {
  return setIn(values, path.split("."), value) as ValueRecord;
}

function setIn(holder: Value, path: readonly string[], value: Value): Value {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (isList(holder)) return holder.map((element) => setIn(element, path, value));
  if (!isRecord(holder) || (rest.length > 0 && holder[key] === undefined)) return holder;
  return { ...holder, [key]: setIn(holder[key] ?? null, rest, value) };
}

/** Values in which each reference to one of some resources is one to another. */
export function redirected(value: Value, from: ReadonlySet<string>, to: string): Value {
  if (value instanceof Unknown) {
    if (!value.references.some(({ address }) => from.has(address))) return value;
    return new Unknown(
      value.references.map(({ address, attribute }) => ({ address: from.has(address) ? to : address, attribute })),
    );
  }
  if (isList(value)) return value.map((element) => redirected(element, from, to));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redirected(inner, from, to)]));
}
