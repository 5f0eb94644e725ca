import { indexOf } from "./address";
import { type ResolvedStep, resolveName, walk } from "./expression/evaluate";
import { NameScope } from "./expression/name-scope";
import { addressOf, type Name } from "./expression/names";
import { attributeOf, type Instance, reference } from "./expression/reference";
import { evaluateExpression, keyed, type ModuleScope } from "./planned-expression";
import {
  entry,
  isRecord,
  listOf,
  type MaybeValue,
  type Reference,
  referencesOf,
  Unknown,
  type Value,
  type ValueRecord,
} from "./value";

export interface PlannedModuleProps {
  /** `module.a["x"].`, or `""` for the root module. */
  readonly prefix: string;
  /** Its entry in `configuration`. */
  readonly configured: ValueRecord;
  /** Every instance of the plan by its address. */
  readonly instances: ReadonlyMap<string, Instance>;
  /** The value of a variable; `undefined`: it takes its default. */
  readonly input: (name: string) => MaybeValue;
}

/** A module instance of a plan: what the names in its expressions stand for. */
export class PlannedModule extends NameScope implements ModuleScope {
  private readonly children = new Map<string, PlannedModule>();
  private readonly evaluated = new Map<string, MaybeValue>();
  private readonly configuredResources: ReadonlyMap<Value, ValueRecord>;

  constructor(private readonly props: PlannedModuleProps) {
    super(props.prefix);
    const resources = listOf(entry(props.configured, "resources")).filter(isRecord);
    this.configuredResources = new Map(resources.map((resource) => [entry(resource, "address") ?? "", resource]));
  }

  has(address: string): boolean {
    return this.props.instances.has(this.prefix + address);
  }

  addresses({ root, steps }: Name): readonly string[] {
    if (["each", "count", "local", "path", "self", "terraform"].includes(root)) return [];
    if (root === "var" || root === "module")
      return referencesOf(resolveName(root, steps, this)).map(({ address }) => address);
    return [this.prefix + addressOf({ root, steps })];
  }

  /** What the configuration says of a resource, by its address in the module without an index. */
  configured(address: string): ValueRecord {
    return this.configuredResources.get(address) ?? {};
  }

  /** The instance of a module that is called here. */
  child(name: string, key: string | number | undefined): PlannedModule {
    const step = `module.${name}${key === undefined ? "" : indexOf(key)}`;
    const before = this.children.get(step);
    if (before !== undefined) return before;
    const call = this.call(name);
    const expressions = entry(call, "expressions");
    const module = entry(call, "module");
    const scope = keyed(this, key, entry(call, "for_each_expression"));
    const child = new PlannedModule({
      prefix: `${this.prefix}${step}.`,
      configured: isRecord(module) ? module : {},
      instances: this.props.instances,
      input: (input) => (isRecord(expressions) ? evaluateExpression(entry(expressions, input), scope, key) : undefined),
    });
    this.children.set(step, child);
    return child;
  }

  /** What its call passes into it. */
  get passed(): readonly Reference[] {
    return referencesOf(...Object.keys(this.declarations("variables")).map((name) => this.variable(name)));
  }

  protected variable(name: string): MaybeValue {
    return this.once(`var.${name}`, () => this.props.input(name) ?? this.declared("variables", name, "default"));
  }

  protected local(name: string, steps: readonly ResolvedStep[]): Value {
    return reference(`${this.prefix}local.${name}`, steps);
  }

  protected output(module: string, steps: readonly ResolvedStep[]): Value {
    const [first] = steps;
    const key = typeof first === "object" && "index" in first ? first.index : undefined;
    const [output, ...rest] = key === undefined ? steps : steps.slice(1);
    const call = this.call(module);
    const several = entry(call, "for_each_expression") !== undefined || entry(call, "count_expression") !== undefined;
    const unknown = reference(`${this.prefix}module.${module}`, steps);
    // Which output it is of which instance can't be told.
    if (typeof output !== "object" || !("attribute" in output) || several !== (key !== undefined)) return unknown;
    const value = this.child(module, key).outputValue(output.attribute);
    return value === undefined ? unknown : walk(value, rest);
  }

  private outputValue(name: string): MaybeValue {
    return this.once(`output.${name}`, () => evaluateExpression(this.declared("outputs", name, "expression"), this));
  }

  protected resource(address: string, steps: readonly ResolvedStep[]): Value {
    const { prefix } = this;
    const { instances } = this.props;
    const [first, ...rest] = steps;
    const index = typeof first === "object" && "index" in first ? indexOf(first.index) : "";
    const instance = instances.get(prefix + address + index);
    if (instance === undefined) return reference(prefix + address, steps);
    return attributeOf(instance, index === "" ? steps : rest);
  }

  private call(name: string): ValueRecord {
    return this.declaration("module_calls", name);
  }

  private declared(kind: string, name: string, part: string): MaybeValue {
    return entry(this.declaration(kind, name), part);
  }

  private declaration(kind: string, name: string): ValueRecord {
    const found = entry(this.declarations(kind), name);
    return isRecord(found) ? found : {};
  }

  private declarations(kind: string): ValueRecord {
    const all = entry(this.props.configured, kind);
    return isRecord(all) ? all : {};
  }

  private once(what: string, evaluate: () => MaybeValue): MaybeValue {
    if (!this.evaluated.has(what)) {
      // While it is evaluated: what leads back to it is known only at apply.
      this.evaluated.set(what, new Unknown([]));
      this.evaluated.set(what, evaluate());
    }
    return this.evaluated.get(what);
  }
}
