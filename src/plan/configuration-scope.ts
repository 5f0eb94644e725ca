import { type DeclaredInstance, expand } from "./declared-instance";
import { labelledBlocks } from "./document";
import { evaluateValue, type ResolvedStep, walk } from "./expression/evaluate";
import { NameScope } from "./expression/name-scope";
import { attributeOf, reference } from "./expression/reference";
import { entry, type MaybeValue, Unknown, type Value, type ValueRecord } from "./value";

/** What the names in a configuration stand for. Each is evaluated once, when something first asks for it. */
export class ConfigurationScope extends NameScope {
  private readonly variables: ReadonlyMap<string, ValueRecord>;
  private readonly locals: ReadonlyMap<string, Value>;
  /** By address without an index, data sources as `data.…`. */
  private readonly declared: ReadonlyMap<string, ValueRecord>;
  private readonly evaluatedLocals = new Map<string, Value>();
  private readonly expanded = new Map<string, readonly DeclaredInstance[]>();

  constructor(document: ValueRecord) {
    super("");
    const blocks = (kind: string, labelCount: number, prefix = "") =>
      labelledBlocks(entry(document, kind), kind, labelCount).map(
        ({ labels, body }) => [prefix + labels.join("."), body] as const,
      );
    this.variables = new Map(blocks("variable", 1));
    this.locals = new Map(blocks("locals", 0).flatMap(([, body]) => Object.entries(body)));
    this.declared = new Map([...blocks("resource", 2), ...blocks("data", 2, "data.")]);
  }

  /** The instances of the resource or data source at an address without an index. */
  instances(address: string): readonly DeclaredInstance[] {
    const body = this.declared.get(address);
    if (body === undefined) return [];
    const before = this.expanded.get(address);
    if (before !== undefined) return before;
    // While its count is evaluated, there is none: what leads back to it is known only at apply.
    this.expanded.set(address, []);
    const instances = expand(address, body, this);
    this.expanded.set(address, instances);
    return instances;
  }

  protected variable(name: string): MaybeValue {
    return entry(this.variables.get(name) ?? {}, "default");
  }

  protected local(name: string, steps: readonly ResolvedStep[]): Value {
    return walk(this.localValue(name), steps);
  }

  protected output(module: string, steps: readonly ResolvedStep[]): Value {
    return reference(`module.${module}`, steps);
  }

  private localValue(name: string): Value {
    const before = this.evaluatedLocals.get(name);
    if (before !== undefined) return before;
    const written = this.locals.get(name);
    const unknown = new Unknown([{ address: `local.${name}`, attribute: "" }]);
    if (written === undefined) return unknown;
    this.evaluatedLocals.set(name, unknown);
    const value = evaluateValue(written, this);
    this.evaluatedLocals.set(name, value);
    return value;
  }

  protected resource(address: string, steps: readonly ResolvedStep[]): Value {
    const instances = this.instances(address);
    const [first, ...rest] = steps;
    if (first === "splat") {
      const keyed = instances.every(({ key }) => key !== undefined) && instances.length > 0;
      return keyed ? instances.map((instance) => attributeOf(instance, rest)) : reference(address, steps);
    }
    const key = typeof first === "object" && "index" in first ? first.index : undefined;
    const instance = instances.find((candidate) => candidate.key === key);
    if (instance === undefined) return reference(address, steps);
    return attributeOf(instance, key === undefined ? steps : rest);
  }
}
