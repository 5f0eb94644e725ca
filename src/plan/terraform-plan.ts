import { keyOf, parseAddress } from "./address";
import { ValueBlock } from "./block";
import { IndexedPlan, PlannedResource } from "./indexed-plan";
import type { Plan, Provider, Resource, Unread } from "./plan";
import { PlanError } from "./plan-error";
import { evaluateExpression } from "./planned-expression";
import { PlannedInstance } from "./planned-instance";
import { PlannedModule } from "./planned-module";
import { entry, isList, isRecord, listOf, type MaybeValue, type ValueRecord } from "./value";

/**
 * Reads the output of `terraform show -json` of a plan: what is there once it is applied. What is known only then is
 * traced through the configuration, by way of module inputs and outputs, to the resources that it comes from. Local
 * values can't be traced: Terraform leaves them out.
 * @throws PlanError where something isn't the object that it should be
 */
export function readTerraformPlan(document: ValueRecord): Plan {
  const instances = new Map<string, PlannedInstance>();
  const configuration = recordAt(document, "configuration");
  const variables = recordAt(document, "variables");
  const root = new PlannedModule({
    prefix: "",
    configured: recordAt(configuration, "root_module"),
    instances,
    input: (name) => entry(recordAt(variables, name), "value"),
  });
  const unknowns = unknownsByAddress(entry(document, "resource_changes"));
  const resources = plannedResources(recordAt(recordAt(document, "planned_values"), "root_module"), root);
  const modules = new Map(resources.map(({ module }) => [module.prefix, module]));
  for (const { address, base, type, key, planned, module } of resources) {
    const props = { address, type, key, planned, unknown: unknowns.get(address) ?? {}, scope: module };
    instances.set(address, new PlannedInstance({ ...props, configured: module.configured(base) }));
  }
  return new IndexedPlan({
    source: "plan",
    stack: undefined,
    resources: resources
      .filter(({ managed }) => managed)
      .map(({ address, type, name, planned, base, module }) => {
        const instance = instances.get(address);
        return new PlannedResource({
          address,
          type,
          name,
          values: instance?.values ?? planned,
          lifecycle: undefined,
          dependsOn: listOf(entry(module.configured(base), "depends_on")).map(String),
          dependencies: () => instance?.dependencies ?? [],
        });
      }),
    dataSources: dataSourcesOf(document, resources, root),
    backend: undefined,
    providers: providersOf(recordAt(configuration, "provider_config"), root),
    moves: [],
    removals: removalsOf(entry(document, "resource_changes")),
    unread: unreadOf(document),
    passed: (prefix) => modules.get(prefix)?.passed ?? [],
  });
}

/** What Terraform put off, or was told to leave out. */
function unreadOf(document: ValueRecord): readonly Unread[] {
  const deferred = recordsAt(document, "deferred_changes").map((change) => ({
    address: textAt(recordAt(change, "resource_change"), "address"),
    reason: `Terraform puts it off to a later plan (${String(entry(change, "reason"))})`,
  }));
  if (deferred.length > 0 || entry(document, "complete") !== false) return deferred;
  return [{ address: "", reason: "the plan is incomplete, as one with -target is" }];
}

/** Those that were read already are in the state that the plan began from, the others among what is planned. */
function dataSourcesOf(
  document: ValueRecord,
  planned: readonly FoundResource[],
  root: PlannedModule,
): readonly Resource[] {
  const before = recordAt(recordAt(document, "prior_state"), "values");
  return [...plannedResources(recordAt(before, "root_module"), root), ...planned]
    .filter(({ managed }) => !managed)
    .map(
      ({ address, type, name, planned: values }) =>
        new PlannedResource({
          address,
          type,
          name,
          values,
          lifecycle: undefined,
          dependsOn: [],
          dependencies: () => [],
        }),
    );
}

interface FoundResource {
  readonly address: string;
  /** Its address in its module, without an index. */
  readonly base: string;
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  readonly managed: boolean;
  readonly planned: ValueRecord;
  readonly module: PlannedModule;
}

function plannedResources(values: ValueRecord, module: PlannedModule): readonly FoundResource[] {
  const own = recordsAt(values, "resources").map((resource) => {
    const [address, type, name] = [textAt(resource, "address"), textAt(resource, "type"), textAt(resource, "name")];
    const index = entry(resource, "index");
    return {
      address,
      base: parseAddress(address).resource,
      type,
      name,
      key: typeof index === "string" || typeof index === "number" ? index : undefined,
      managed: entry(resource, "mode") === "managed",
      planned: recordAt(resource, "values"),
      module,
    };
  });
  const inner = recordsAt(values, "child_modules").flatMap((child) => {
    const { name, key } = lastModule(textAt(child, "address"));
    return plannedResources(child, module.child(name, key));
  });
  return [...own, ...inner];
}

/** `module.a.module.b["x"]` is the instance `"x"` of `b`. */
function lastModule(address: string): { readonly name: string; readonly key: string | number | undefined } {
  const { resource, index } = parseAddress(address);
  return { name: resource.slice(resource.lastIndexOf(".") + 1), key: keyOf(index) };
}

function unknownsByAddress(changes: MaybeValue): ReadonlyMap<string, ValueRecord> {
  const current = listOf(changes)
    .filter(isRecord)
    .filter((change) => entry(change, "deposed") === undefined);
  return new Map(
    current.map((change) => [textAt(change, "address"), recordAt(recordAt(change, "change"), "after_unknown")]),
  );
}

/** What is deleted, and not made anew, or is forgotten. */
function removalsOf(changes: MaybeValue): readonly string[] {
  return listOf(changes)
    .filter(isRecord)
    .filter((change) => entry(change, "deposed") === undefined)
    .filter((change) => {
      const actions = listOf(entry(recordAt(change, "change"), "actions"));
      return actions.length === 1 && (actions[0] === "delete" || actions[0] === "forget");
    })
    .map((change) => textAt(change, "address"));
}

function providersOf(configured: ValueRecord, root: PlannedModule): readonly Provider[] {
  return Object.values(configured)
    .filter(isRecord)
    .map((provider) => {
      const settings = evaluateExpression(entry(provider, "expressions"), root);
      return { name: textAt(provider, "name"), settings: new ValueBlock(isRecord(settings) ? settings : {}) };
    });
}

/** @throws PlanError where there is something else than an object; nothing at all is an empty one */
function recordAt(record: ValueRecord, key: string): ValueRecord {
  const value = entry(record, key) ?? {};
  // Terraform writes `true` for an object that is unknown as a whole.
  if (value === true || value === false) return {};
  if (!isRecord(value)) throw new PlanError(`${key} is ${JSON.stringify(value).slice(0, 40)}; an object was expected`);
  return value;
}

function recordsAt(record: ValueRecord, key: string): readonly ValueRecord[] {
  const values = entry(record, key) ?? [];
  if (!isList(values) || !values.every(isRecord)) throw new PlanError(`${key} isn't a list of objects`);
  return values;
}

function textAt(record: ValueRecord, key: string): string {
  const value = entry(record, key);
  if (typeof value !== "string")
    throw new PlanError(`${key} is ${JSON.stringify(value)?.slice(0, 40)}; a text was expected`);
  return value;
}
