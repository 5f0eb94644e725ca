import { parseAddress } from "../plan/address";
import { entry, isList, isRecord, listOf, type MaybeValue, type ValueRecord } from "../plan/value";

/** What a plan's configuration says of one resource. */
export interface Configured {
  /** Whether the code sets the attribute, itself or as a block. */
  sets(attribute: string): boolean;
  /** What the code gives a path: a constant, or a variable's value; `undefined`: neither. */
  constant(path: string): MaybeValue;
  /** What an attribute's expression refers to, in the resource's module: `aws_launch_template.instances.latest_version`. */
  references(attribute: string): readonly string[];
}

/** What the configuration says of resources, by their addresses, and what each output refers to. */
export function configuredBy(document: ValueRecord) {
  const root = recordAt(document, "configuration", "root_module");
  const variables = recordAt(document, "variables");
  const output = (name: string) => specific(referencesIn(entry(recordAt(root, "outputs", name), "expression")));
  const resource = (address: string): Configured => {
    const { module, resource: name } = parseAddress(address);
    const calls = [...module.matchAll(/module\.([\w-]+)/g)].map(([, call = ""]) => call);
    const scope = calls.reduce((outer, call) => recordAt(outer, "module_calls", call, "module"), root);
    const found = listOf(entry(scope, "resources"))
      .filter(isRecord)
      .find((each) => entry(each, "address") === name);
    const expressions = recordAt(found ?? {}, "expressions");
    return {
      sets: (attribute) => entry(expressions, attribute) !== undefined,
      constant: (path) => constantOf(at(expressions, path), module === "" ? variables : {}),
      references: (attribute) => specific(referencesIn(entry(expressions, attribute))),
    };
  };
  return { resource, output };
}

function constantOf(expression: MaybeValue, variables: ValueRecord): MaybeValue {
  if (!isRecord(expression)) return undefined;
  const [reference, ...more] = listOf(entry(expression, "references"));
  if (reference === undefined) return entry(expression, "constant_value");
  if (more.length > 0 || typeof reference !== "string" || !reference.startsWith("var.")) return undefined;
  return entry(recordAt(variables, reference.slice("var.".length)), "value");
}

/** The expression at a path of names and indexes. */
function at(expressions: ValueRecord, path: string): MaybeValue {
  return [...path.matchAll(/[^.[\]]+/g)].reduce<MaybeValue>((value, [step]) => {
    if (isList(value)) return value[Number(step)];
    return isRecord(value) ? entry(value, step) : undefined;
  }, expressions);
}

function referencesIn(expression: MaybeValue): readonly string[] {
  if (isList(expression)) return expression.flatMap(referencesIn);
  if (!isRecord(expression)) return [];
  const own = listOf(entry(expression, "references")).map(String);
  return [
    ...own,
    ...Object.entries(expression).flatMap(([key, inner]) => (key === "references" ? [] : referencesIn(inner))),
  ];
}

/** Terraform names each reference a second time, without its attribute. */
function specific(references: readonly string[]): readonly string[] {
  const all = [...new Set(references)];
  return all.filter((one) => !all.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)));
}

function recordAt(record: ValueRecord, ...path: readonly string[]): ValueRecord {
  return path.reduce((inner: ValueRecord, key) => {
    const value = entry(inner, key);
    return isRecord(value) ? value : {};
  }, record);
}
