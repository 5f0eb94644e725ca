import type { Json, JsonObject } from "./json";
import { isArray, isObject } from "./json";
import { follow, resolve, type Scope } from "./payload-template";
import { NotInterpreted, StatesError } from "./states-error";

/** Whether a Choice Rule holds for the state's effective input. */
export function ruleHolds(rule: Json, scope: Scope): boolean {
  if (!isObject(rule)) throw new NotInterpreted(`the choice rule ${JSON.stringify(rule)}`);
  if (isArray(rule.And)) return rule.And.every((part) => ruleHolds(part, scope));
  if (isArray(rule.Or)) return rule.Or.some((part) => ruleHolds(part, scope));
  if (rule.Not !== undefined) return !ruleHolds(rule.Not, scope);
  const operators = Object.keys(rule).filter((name) => !["Variable", "Next", "Comment"].includes(name));
  const [operator] = operators;
  if (typeof rule.Variable !== "string" || operator === undefined || operators.length > 1)
    throw new NotInterpreted(`the choice rule ${JSON.stringify(rule)}`);
  return test(rule.Variable, operator, rule, scope);
}

function test(variable: string, operator: string, rule: JsonObject, scope: Scope): boolean {
  const wanted = rule[operator];
  if (operator === "IsPresent") return (follow(variable, scope) !== undefined) === wanted;
  // Any other test of what isn't there ends the execution.
  const value = resolve(variable, scope, "States.Runtime");
  const kind = KINDS[operator];
  if (kind !== undefined) return kind(value) === wanted;
  if (operator === "StringMatches") return typeof value === "string" && pattern(String(wanted)).test(value);
  const [, type = "", comparison = "", isPath] =
    /^(String|Numeric|Boolean|Timestamp)(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals)(Path)?$/.exec(
      operator,
    ) ?? [];
  const read = TYPES[type];
  const compare = COMPARISONS[comparison];
  if (read === undefined || compare === undefined) throw new NotInterpreted(`the comparison ${operator}`);
  const one = read(value);
  const other = read(isPath ? resolve(String(wanted), scope, "States.Runtime") : wanted);
  return one !== undefined && other !== undefined && compare(one, other);
}

const KINDS: { readonly [operator: string]: ((value: Json) => boolean) | undefined } = {
  IsNull: (value) => value === null,
  IsNumeric: (value) => typeof value === "number",
  IsString: (value) => typeof value === "string",
  IsBoolean: (value) => typeof value === "boolean",
  IsTimestamp: (value) => timestamp(value) !== undefined,
};

/** Values of another type compare as false, so they are read as nothing. */
const TYPES: { readonly [type: string]: ((value: Json | undefined) => string | number | undefined) | undefined } = {
  String: (value) => (typeof value === "string" ? value : undefined),
  Numeric: (value) => (typeof value === "number" ? value : undefined),
  Boolean: (value) => (typeof value === "boolean" ? Number(value) : undefined),
  Timestamp: timestamp,
};

const COMPARISONS: {
  readonly [comparison: string]: ((one: string | number, other: string | number) => boolean) | undefined;
} = {
  Equals: (one, other) => one === other,
  LessThan: (one, other) => one < other,
  GreaterThan: (one, other) => one > other,
  LessThanEquals: (one, other) => one <= other,
  GreaterThanEquals: (one, other) => one >= other,
};

/** Milliseconds since 1970 of an RFC 3339 timestamp with capital T and Z, as the specification narrows it. */
export function timestamp(value: Json | undefined): number | undefined {
  if (typeof value !== "string") return undefined;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)) return undefined;
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** `*` is any run of characters, `\*` an asterisk, `\\` a backslash. */
function pattern(text: string): RegExp {
  if (/^(?:\\[*\\]|[^\\])*$/s.test(text) === false)
    throw new StatesError("States.Runtime", `an open backslash in ${text}`);
  const source = text.replaceAll(/\\([*\\])|(\*)|([^*\\])/gsu, (_, escaped, star, plain) =>
    star === undefined ? (escaped ?? plain).replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&") : ".*",
  );
  return new RegExp(`^${source}$`, "su");
}
