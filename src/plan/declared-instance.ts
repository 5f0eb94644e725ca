import { indexOf } from "./address";
import { bind, evaluateValue, type Scope } from "./expression/evaluate";
import { isPolicyDocument, policyDocumentText } from "./policy-document";
import {
  entry,
  isList,
  isRecord,
  listOf,
  type MaybeValue,
  referencesOf,
  Unknown,
  type Value,
  type ValueRecord,
} from "./value";

/** Arguments that are Terraform's own, not the resource's. */
const META_ARGUMENTS: ReadonlySet<string> = new Set([
  "//",
  "connection",
  "count",
  "depends_on",
  "dynamic",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
]);

/** One instance of a resource or data source of a configuration, its attributes evaluated as they are asked for. */
export class DeclaredInstance {
  private readonly evaluated = new Map<string, MaybeValue>();

  constructor(
    readonly address: string,
    /** `undefined`: it is the only one, or it isn't known which there are. */
    readonly key: string | number | undefined,
    readonly body: ValueRecord,
    private readonly scope: Scope,
  ) {}

  attribute(name: string): MaybeValue {
    if (!this.evaluated.has(name)) {
      // While it is evaluated: what leads back to it is known only at apply.
      this.evaluated.set(name, new Unknown([{ address: this.address, attribute: name }]));
      this.evaluated.set(name, this.evaluate(name));
    }
    return this.evaluated.get(name);
  }

  /** All arguments, those that are null apart. */
  get values(): ValueRecord {
    const dynamic = listOf(entry(this.body, "dynamic")).filter(isRecord).flatMap(Object.keys);
    const values: [string, Value][] = [];
    for (const name of [...Object.keys(this.body), ...dynamic]) {
      const value = META_ARGUMENTS.has(name) ? null : (this.attribute(name) ?? null);
      if (value !== null) values.push([name, value]);
    }
    return Object.fromEntries(values);
  }

  private evaluate(name: string): MaybeValue {
    if (META_ARGUMENTS.has(name)) return undefined;
    if (isPolicyDocument(this.address, name)) return policyDocumentText(this.values);
    const written = entry(this.body, name);
    const dynamic = listOf(entry(this.body, "dynamic"))
      .filter(isRecord)
      .flatMap((blocks) => listOf(entry(blocks, name)))
      .filter(isRecord);
    if (dynamic.length === 0) return written === undefined ? undefined : evaluateValue(written, this.scope);
    return [
      ...listOf(written).map((block) => evaluateValue(block, this.scope)),
      ...dynamic.flatMap((block) => expandBlock(name, block, this.scope)),
    ];
  }
}

/**
 * The instances of a resource: one for each of `count` or `for_each`. Where how many there are is known only at apply,
 * one stands for all, its address without an index and what depends on the key unknown.
 */
export function expand(address: string, body: ValueRecord, scope: Scope): readonly DeclaredInstance[] {
  const count = entry(body, "count") ?? null;
  const forEach = entry(body, "for_each") ?? null;
  if (count !== null) {
    const value = evaluateValue(count, scope);
    const instances = Number(value);
    if (value instanceof Unknown || !Number.isInteger(instances) || instances < 0 || instances > 10_000) {
      const index = new Unknown(referencesOf(value), `\${count.index}`);
      return [new DeclaredInstance(address, undefined, body, bind(scope, "count", { index }))];
    }
    return Array.from({ length: instances }, (_, index) => {
      return new DeclaredInstance(address + indexOf(index), index, body, bind(scope, "count", { index }));
    });
  }
  if (forEach !== null) {
    return elementsOf(evaluateValue(forEach, scope), "each").map(
      ({ key, each }) =>
        new DeclaredInstance(
          key === undefined ? address : address + indexOf(key),
          key,
          body,
          bind(scope, "each", each),
        ),
    );
  }
  return [new DeclaredInstance(address, undefined, body, scope)];
}

/** A `dynamic` block, for each of its elements. */
function expandBlock(name: string, block: ValueRecord, scope: Scope): readonly Value[] {
  const iterator = entry(block, "iterator") ?? name;
  const content = entry(block, "content") ?? {};
  return elementsOf(evaluateValue(entry(block, "for_each") ?? [], scope), String(iterator)).flatMap(({ each }) =>
    listOf(content).map((inner) => evaluateValue(inner, bind(scope, String(iterator), each))),
  );
}

function elementsOf(value: Value, iterator: string): readonly { key: string | undefined; each: ValueRecord }[] {
  if (isRecord(value)) return Object.entries(value).map(([key, inner]) => ({ key, each: { key, value: inner } }));
  if (isList(value) && value.every((element) => typeof element !== "object")) {
    return value.map((element) => ({ key: String(element), each: { key: element, value: element } }));
  }
  if (isList(value) && iterator !== "each") {
    return value.map((element, index) => ({ key: String(index), each: { key: index, value: element } }));
  }
  const unknown = (part: string) => new Unknown(referencesOf(value), `\${${iterator}.${part}}`);
  return [{ key: undefined, each: { key: unknown("key"), value: unknown("value") } }];
}
