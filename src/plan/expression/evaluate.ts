import { entry, isKnown, isList, isRecord, type Reference, referencesOf, Unknown, type Value } from "../value";
import { FUNCTIONS } from "./functions";
import { namesIn } from "./names";
import { parseTemplate } from "./parse";
import { type Expression, NotUnderstood, type Step } from "./syntax";
import { escapeTemplate, splitTemplate } from "./template";

/** A step whose index is evaluated. */
export type ResolvedStep = { readonly attribute: string } | { readonly index: string | number } | "splat" | "any";

/** What the names in an expression stand for. */
export interface Scope {
  /**
   * The value that a name and the steps after it lead to.
   * @throws NotUnderstood where they lead nowhere
   */
  resolve(root: string, steps: readonly ResolvedStep[]): Value;
}

/** The scope in which a name has a value of its own. */
export function bind(scope: Scope, name: string, value: Value): Scope {
  return { resolve: (root, steps) => (root === name ? walk(value, steps) : scope.resolve(root, steps)) };
}

/** A value of a configuration, its texts evaluated. */
export function evaluateValue(value: Value, scope: Scope): Value {
  if (typeof value === "string") return evaluateTemplate(value, scope);
  if (isList(value)) return value.map((element) => evaluateValue(element, scope));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, inner]) => [key, evaluateValue(inner, scope)]),
  );
}

/**
 * The value of a text in Terraform's JSON configuration. What isn't understood is unknown, with the references that are
 * found in its words.
 */
export function evaluateTemplate(template: string, scope: Scope): Value {
  if (!template.includes("{")) return template;
  try {
    return evaluate(parseTemplate(template), scope);
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    return new Unknown(referencesInWords(template, scope), template);
  }
}

function referencesInWords(template: string, scope: Scope): readonly Reference[] {
  return referencesOf(...namesIn(codeOf(template)).map(({ root, steps }) => resolveName(root, steps, scope)));
}

/** What a name and the steps after it lead to; unknown where they lead nowhere. */
export function resolveName(root: string, steps: readonly ResolvedStep[], scope: Scope): Value {
  try {
    return scope.resolve(root, steps);
  } catch (error) {
    if (error instanceof NotUnderstood) return new Unknown([]);
    throw error;
  }
}

/** The code in a template, or all of it where that can't be told. */
function codeOf(template: string): string {
  try {
    return splitTemplate(template)
      .map((part) => ("code" in part ? part.code : ""))
      .join(" ");
  } catch {
    return template;
  }
}

function evaluate(expression: Expression, scope: Scope): Value {
  const value = compute(expression, scope);
  if (!(value instanceof Unknown) || value.template !== undefined || expression.code === undefined) return value;
  return new Unknown(value.references, `\${${expression.code}}`);
}

function compute(expression: Expression, scope: Scope): Value {
  const value = (inner: Expression) => evaluate(inner, scope);
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "template":
      return concatenate(expression.parts.map((part) => (typeof part === "string" ? part : value(part))));
    case "traversal":
      return scope.resolve(
        expression.root,
        expression.steps.map((step) => resolveStep(step, scope)),
      );
    case "access":
      return walk(
        value(expression.of),
        expression.steps.map((step) => resolveStep(step, scope)),
      );
    case "call":
      return call(expression.name, expression.arguments, scope);
    case "unary":
      return operate(expression.operator, [value(expression.operand)]);
    case "binary":
      return operate(expression.operator, [value(expression.left), value(expression.right)]);
    case "conditional": {
      const condition = value(expression.condition);
      if (condition instanceof Unknown) {
        return new Unknown(referencesOf(condition, value(expression.whenTrue), value(expression.whenFalse)));
      }
      return value(String(condition) === "true" ? expression.whenTrue : expression.whenFalse);
    }
    case "tuple":
      return expression.elements.map(value);
    case "object":
      return Object.fromEntries(expression.entries.map(([key, inner]) => [keyOf(value(key)), value(inner)]));
  }
}

function keyOf(key: Value): string {
  if (typeof key !== "string" && typeof key !== "number") throw new NotUnderstood("a key that isn't a known text");
  return String(key);
}

function resolveStep(step: Step, scope: Scope): ResolvedStep {
  if (step.kind === "splat") return "splat";
  if (step.kind === "attribute")
    return /^\d+$/.test(step.name) ? { index: Number(step.name) } : { attribute: step.name };
  const key = evaluate(step.key, scope);
  return typeof key === "string" || typeof key === "number" ? { index: key } : "any";
}

/**
 * Follows steps into a value.
 * @throws NotUnderstood where they lead nowhere
 */
export function walk(value: Value, steps: readonly ResolvedStep[]): Value {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (value instanceof Unknown) return new Unknown(value.references);
  if (step === "any") return new Unknown(referencesOf(value));
  if (step === "splat") {
    const elements = isList(value) ? value : value === null ? [] : [value];
    return elements.map((element) => walk(element, rest));
  }
  const key = "attribute" in step ? step.attribute : step.index;
  const found = isList(value) ? value[Number(key)] : isRecord(value) ? entry(value, String(key)) : undefined;
  if (found === undefined) throw new NotUnderstood(`nothing at ${key}`);
  return walk(found, rest);
}

/** A template's parts as one text; with anything unknown among them, what is known of it. */
function concatenate(parts: readonly Value[]): Value {
  const text = (part: Value): string => {
    if (part === null || isList(part) || isRecord(part)) throw new NotUnderstood("no text");
    return String(part);
  };
  if (parts.every(isKnown)) return parts.map(text).join("");
  const template = parts.map((part) => (part instanceof Unknown ? part.template : escapeTemplate(text(part))));
  return new Unknown(referencesOf(parts), template.includes(undefined) ? undefined : template.join(""));
}

function call(name: string, parameters: readonly Expression[], scope: Scope): Value {
  if (name === "try") return evaluate(parameters[0] ?? { kind: "literal", value: null }, scope);
  const values = parameters.map((parameter) => evaluate(parameter, scope));
  const apply = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (apply === undefined) throw new NotUnderstood(`the function ${name}`);
  if (values.some((value) => value instanceof Unknown)) return new Unknown(referencesOf(values));
  return apply(...values);
}

function operate(operator: string, operands: readonly Value[]): Value {
  if (!operands.every(isKnown)) return new Unknown(referencesOf(operands));
  const [left = null, right = null] = operands;
  if (operator === "==" || operator === "!=")
    return (JSON.stringify(left) === JSON.stringify(right)) === (operator === "==");
  if (operands.some((operand) => operand === null || typeof operand === "object"))
    throw new NotUnderstood("no operand");
  const [a, b] = [Number(left), Number(right)];
  switch (operator) {
    case "!":
      return String(left) !== "true";
    case "&&":
      return String(left) === "true" && String(right) === "true";
    case "||":
      return String(left) === "true" || String(right) === "true";
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "+":
      return a + b;
    case "-":
      return operands.length === 1 ? -a : a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    default:
      return a % b;
  }
}
