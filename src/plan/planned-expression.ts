import { indexOf } from "./address";
import { bind, evaluateValue, type ResolvedStep, resolveName, type Scope } from "./expression/evaluate";
import { addressOf, type Name, nameOf, namesIn, ownSteps } from "./expression/names";
import { entry, isList, isRecord, type MaybeValue, type Reference, referencesOf, Unknown, type Value } from "./value";

/** The scope of expressions in a module of a plan. */
export interface ModuleScope extends Scope {
  /** `module.a["x"].`, or `""` for the root module. */
  readonly prefix: string;
  /** Whether the module has the instance of a resource at an address, relative to it. */
  has(address: string): boolean;
  /** Full addresses of the resources that a name leads to, whether what it stands for is known or not. */
  addresses(name: Name): readonly string[];
}

/**
 * A module's scope with `each` or `count` of one instance, of a resource or of a module.
 * @param forEach its `for_each_expression`
 */
export function keyed(scope: ModuleScope, key: string | number | undefined, forEach: MaybeValue): ModuleScope {
  if (key === undefined) return scope;
  if (typeof key === "number") return within(scope, "count", { index: key });
  const all = evaluateExpression(forEach, scope) ?? null;
  const value = isRecord(all) ? entry(all, key) : isList(all) ? key : undefined;
  return within(scope, "each", { key, value: value ?? new Unknown(ofKey(referencesOf(all), key)) });
}

/** Of all that a map names, what is named after the key, as in `{ web = { group = module.group["web"].arn } }`. */
function ofKey(references: readonly Reference[], key: string): readonly Reference[] {
  const own = references.filter(({ address }) => address.includes(indexOf(key)) || address.endsWith(`.${key}`));
  return own.length > 0 ? own : references;
}

function within(scope: ModuleScope, name: string, value: Value): ModuleScope {
  return {
    prefix: scope.prefix,
    has: (address) => scope.has(address),
    addresses: (named) => scope.addresses(named),
    ...bind(scope, name, value),
  };
}

/**
 * The value of an expression as `configuration` of a plan has it: `constant_value` and `references`. One that was
 * written in JSON has both, its text as the constant: then that is evaluated. Otherwise what has references is known
 * only at apply. Blocks are lists of records of expressions.
 * @param key that of the instance, where the expression belongs to one
 */
export function evaluateExpression(expression: MaybeValue, scope: ModuleScope, key?: string | number): MaybeValue {
  if (isList(expression)) return expression.map((block) => evaluateBlock(block, scope, key) ?? null);
  if (!isRecord(expression)) return undefined;
  const constant = entry(expression, "constant_value");
  const references = entry(expression, "references");
  if (isList(references)) {
    return constant === undefined ? combine(references, scope, key) : evaluateValue(constant, scope);
  }
  if (constant !== undefined) return constant;
  return Object.keys(expression).length === 0 ? new Unknown([]) : evaluateBlock(expression, scope, key);
}

function evaluateBlock(block: Value, scope: ModuleScope, key: string | number | undefined): MaybeValue {
  if (!isRecord(block)) return undefined;
  const values = Object.entries(block).flatMap(([name, inner]): [string, Value][] => {
    const value = evaluateExpression(inner, scope, key);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(values);
}

function combine(references: readonly Value[], scope: ModuleScope, key: string | number | undefined): Value {
  const written = references.filter((reference) => typeof reference === "string");
  // Terraform lists `a.b.c` with its own beginnings, `a.b`.
  const whole = written.filter(
    (text) => !written.some((other) => other !== text && /^[.[]/.test(afterPrefix(other, text))),
  );
  const sameKey = written.some((text) => /^(each|count)\./.test(text)) ? key : undefined;
  const values = [...new Set(whole)]
    .flatMap((text) => (/^each\./.test(text) ? [nameOf(text)] : namesIn(text)))
    .map((name) => resolveName(name.root, withKey(name, scope, sameKey), scope));
  const [only] = values;
  // A policy document's text, by way of its data source alone.
  if (values.length === 1 && only instanceof Unknown && only.template?.startsWith("{")) return only;
  return new Unknown(referencesOf(...values));
}

function afterPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : "";
}

/**
 * Of `subnet[each.key]`, Terraform keeps `subnet` and `each.key`: where the resource has an instance of the same key,
 * that is the one, as in every common use of the two together.
 */
function withKey({ root, steps }: Name, scope: ModuleScope, key: string | number | undefined): readonly ResolvedStep[] {
  if (key === undefined || steps.length !== ownSteps(root)) return steps;
  return scope.has(addressOf({ root, steps }) + indexOf(key)) ? [...steps, { index: key }] : steps;
}
