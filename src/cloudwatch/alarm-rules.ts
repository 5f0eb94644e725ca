import type { Resource } from "../plan/plan";
import { Unknown } from "../plan/value";

export type AlarmState = "ALARM" | "INSUFFICIENT_DATA" | "OK";

/** A composite alarm's rule, as text: references stay in it as written. `undefined`: known only at apply. */
export function alarmRule(composite: Resource): string | undefined {
  const rule = composite.get("alarm_rule");
  const text = rule instanceof Unknown ? rule.template : rule;
  return typeof text === "string" ? text : undefined;
}

/** Names of alarms in a rule, as written. */
export function namesInRule(rule: string): readonly string[] {
  return [...rule.matchAll(STATE)].map(([, , quoted, bare]) => quoted ?? bare ?? "");
}

/** `ALARM("name")`, with a reference or not, in any of the quotes that CloudWatch takes. */
const STATE = /\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:["']([^"']*)["']|([^\s"')]+))\s*\)/g;

/**
 * Whether a composite alarm rings.
 * @param stateOf of the alarm of that name, as written in the rule
 * @returns `undefined`: the rule can't be read
 */
export function evaluateRule(rule: string, stateOf: (name: string) => AlarmState | undefined): boolean | undefined {
  const logic = rule.replaceAll(STATE, (_, state: string, quoted?: string, bare?: string) =>
    String(stateOf(quoted ?? bare ?? "") === state).toUpperCase(),
  );
  return evaluate(logic);
}

/** Of a rule whose alarms are `TRUE` or `FALSE` already: `NOT` binds closest, `OR` last. */
function evaluate(logic: string): boolean | undefined {
  const tokens = logic.match(/TRUE|FALSE|AND|OR|NOT|[()]|\S+?/g) ?? [];
  let next = 0;
  let isBroken = false;
  const either = (): boolean => {
    let value = both();
    while (tokens[next] === "OR") {
      next += 1;
      const other = both();
      value = value || other;
    }
    return value;
  };
  const both = (): boolean => {
    let value = one();
    while (tokens[next] === "AND") {
      next += 1;
      const other = one();
      value = value && other;
    }
    return value;
  };
  const one = (): boolean => {
    const token = tokens[next++];
    if (token === "NOT") return !one();
    if (token === "(") {
      const value = either();
      isBroken ||= tokens[next++] !== ")";
      return value;
    }
    isBroken ||= token !== "TRUE" && token !== "FALSE";
    return token === "TRUE";
  };
  const value = either();
  return isBroken || next < tokens.length ? undefined : value;
}
