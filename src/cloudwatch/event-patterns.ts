import { comesFromOutside } from "../plan/outside";
import type { Plan, Resource } from "../plan/plan";
import { entry, isList, isRecord, type MaybeValue, Unknown, type Value, type ValueRecord } from "../plan/value";

/** A value of an event; of a resource of the plan whose ARN or name it is, the resource. A list holds several. */
export type EventValue = null | boolean | number | string | Resource | EventFields | readonly EventValue[];
/** An event, or an object in it. */
export interface EventFields {
  readonly [field: string]: EventValue | undefined;
}

/**
 * Whether EventBridge matches an event with a pattern: every field of the pattern must match, a list by any of its
 * entries. `undefined`: that rests on what is known only at apply, or on a comparison that isn't known here.
 */
export function matchesEvent(plan: Plan, pattern: ValueRecord, event: EventFields): boolean | undefined {
  return all(Object.entries(pattern), ([field, wanted]) => {
    if (field === "$or" && isList(wanted)) {
      return any(wanted, (one) => (isRecord(one) ? matchesEvent(plan, one, event) : false));
    }
    const value = Object.hasOwn(event, field) ? event[field] : undefined;
    if (isRecord(wanted)) return matchesEvent(plan, wanted, isFields(value) ? value : {});
    return isList(wanted) ? any(wanted, (one) => matchesValue(plan, one, value)) : false;
  });
}

function matchesValue(plan: Plan, wanted: Value, value: EventValue | undefined): boolean | undefined {
  if (isRecord(wanted)) return compare(plan, wanted, value);
  if (value === undefined) return false;
  if (isMany(value)) return any(value, (one) => matchesValue(plan, wanted, one));
  if (!isResource(value)) return wanted instanceof Unknown ? isOpen(plan, wanted) : wanted === value;
  return plan.referenced(wanted).includes(value) || (wanted instanceof Unknown ? isOpen(plan, wanted) : false);
}

/**
 * `{"prefix": …}` and the like.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
function compare(plan: Plan, comparison: ValueRecord, value: EventValue | undefined): boolean | undefined {
  const exists = entry(comparison, "exists");
  if (exists !== undefined) return exists === (value !== undefined);
  if (value === undefined) return false;
  if (isMany(value)) return any(value, (one) => compare(plan, comparison, one));
  const prefix = entry(comparison, "prefix");
  if (prefix !== undefined) return hasPrefix(plan, prefix, value);
  const butNot = entry(comparison, "anything-but");
  if (butNot !== undefined) {
    const refused = isList(butNot) ? butNot : [butNot];
    return not(any(refused, (one) => matchesValue(plan, one, value)));
  }
  return isResource(value) ? undefined : compareText(comparison, value);
}

/** The comparisons of what is known of an event; `undefined`: another one. */
function compareText(comparison: ValueRecord, value: EventValue): boolean | undefined {
  const [operator = "", wanted] = Object.entries(comparison)[0] ?? [];
  if (operator === "numeric") return isList(wanted) ? isInRange(wanted, value) : undefined;
  if (typeof wanted !== "string") return undefined;
  const test = TEXT_OPERATORS[operator];
  return test && typeof value === "string" && test(value, wanted);
}

const TEXT_OPERATORS: { readonly [operator: string]: (value: string, wanted: string) => boolean } = {
  suffix: (value, wanted) => value.endsWith(wanted),
  "equals-ignore-case": (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  wildcard: (value, wanted) =>
    new RegExp(
      `^${wanted
        .split("*")
        .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
        .join(".*")}$`,
      "s",
    ).test(value),
};

/** `[">", 0, "<=", 5]`: pairs of a sign and a bound. */
function isInRange(bounds: readonly Value[], value: EventValue): boolean | undefined {
  if (typeof value !== "number") return false;
  const pairs = Array.from({ length: bounds.length / 2 }, (_, pair) => bounds.slice(2 * pair, 2 * pair + 2));
  return all(pairs, ([sign, bound]) => (typeof bound === "number" ? SIGNS[String(sign)]?.(value, bound) : undefined));
}

const SIGNS: { readonly [sign: string]: (value: number, bound: number) => boolean } = {
  "=": (value, bound) => value === bound,
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
};

/** Of an ARN, what is known of it is its last part, `service/production/web`. */
function hasPrefix(plan: Plan, prefix: MaybeValue, value: EventValue): boolean | undefined {
  if (typeof prefix !== "string")
    return isResource(value) ? plan.referenced(prefix).includes(value) || undefined : undefined;
  if (typeof value === "string") return value.startsWith(prefix);
  if (!isResource(value)) return false;
  const [, type, rest] = /^arn:[^:]*:([a-z0-9-]+):[^:]*:[^:]*:(.*)$/.exec(prefix) ?? [];
  const own = ARN[value.type]?.(plan, value);
  if (own === undefined) return undefined;
  if (type === undefined) return prefix === "" || own.name.startsWith(prefix) || `arn:`.startsWith(prefix);
  return type === own.service && rest !== undefined && own.rest.startsWith(rest);
}

interface KnownArn {
  readonly service: string;
  readonly rest: string;
  readonly name: string;
}

/** The parts of ARNs that are known before apply. */
const ARN: { readonly [type: string]: (plan: Plan, resource: Resource) => KnownArn | undefined } = {
  aws_sfn_state_machine: (_, machine) => {
    const name = String(machine.get("name"));
    return { service: "states", rest: `stateMachine:${name}`, name };
  },
  aws_cloudwatch_event_rule: (_, rule) => namedBy("events", "rule/", rule.get("name")),
  aws_cloudwatch_metric_alarm: (_, alarm) => namedBy("cloudwatch", "alarm:", alarm.get("alarm_name")),
  aws_lb_listener: (plan, listener) => {
    const [balancer] = plan.referenced(listener.get("load_balancer_arn"), "aws_lb");
    const kind = balancer?.get("load_balancer_type") === "network" ? "net" : "app";
    return namedBy("elasticloadbalancing", `listener/${kind}/`, balancer?.get("name"), "/");
  },
  aws_ecs_service: (plan, service) => {
    const name = String(service.get("name"));
    const cluster = plan.referenced(service.get("cluster"), "aws_ecs_cluster")[0]?.get("name");
    return typeof cluster === "string" ? { service: "ecs", rest: `service/${cluster}/${name}`, name } : undefined;
  },
};

const namedBy = (service: string, kind: string, name: MaybeValue, rest = ""): KnownArn | undefined =>
  typeof name === "string" ? { service, rest: `${kind}${name}${rest}`, name } : undefined;

const isOpen = (plan: Plan, wanted: Unknown): boolean | undefined =>
  comesFromOutside(plan, wanted) ? undefined : false;
const isMany = (value: EventValue): value is readonly EventValue[] => Array.isArray(value);
const isResource = (value: EventValue | undefined): value is Resource =>
  typeof value === "object" && value !== null && "address" in value && typeof value.get === "function";
const isFields = (value: EventValue | undefined): value is EventFields =>
  typeof value === "object" && value !== null && !isMany(value) && !isResource(value);

type Verdict = boolean | undefined;

/** Whether it holds of all; the first that it doesn't hold of decides, and the rest isn't looked at. */
function all<Item>(items: readonly Item[], judge: (item: Item) => Verdict): Verdict {
  let verdict: Verdict = true;
  for (const item of items) {
    const one = judge(item);
    if (one === false) return false;
    if (one === undefined) verdict = undefined;
  }
  return verdict;
}

/** Whether it holds of any; the first that it holds of decides. */
function any<Item>(items: readonly Item[], judge: (item: Item) => Verdict): Verdict {
  const isNone = all(items, (item) => not(judge(item)));
  return not(isNone);
}

const not = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);
