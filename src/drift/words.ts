import { isList, isRecord, type MaybeValue, type Value } from "../plan/value";
import { isNothing } from "./compare";
import { isRule, ruleText } from "./elements";

/** What changed, where before → after is read badly: rules, elements of sets, lists. */
export function whatChanged(path: string, before: MaybeValue, after: MaybeValue): string | undefined {
  if (isRule(before) && isNothing(after)) return `rule removed: ${ruleText(path, before)}`;
  if (isRule(after) && isNothing(before)) return `rule added: ${ruleText(path, after)}`;
  const [old, now] = [textsOf(before), textsOf(after)];
  if (old === undefined || now === undefined) return undefined;
  const removed = old.filter((text) => !now.includes(text));
  const added = now.filter((text) => !old.includes(text));
  if (removed.length === 0 && added.length === 0) return "another order";
  return [
    ...(added.length > 0 ? [`added: ${added.join(", ")}`] : []),
    ...(removed.length > 0 ? [`removed: ${removed.join(", ")}`] : []),
  ].join("; ");
}

/** The texts of a list, none of nothing; `undefined`: it is something else. */
function textsOf(value: MaybeValue): readonly string[] | undefined {
  if (value === undefined || value === null || value === "") return [];
  if (!isList(value) || value.some((element) => isRecord(element) || isList(element))) return undefined;
  return value.map(String);
}

/** A value in a line: texts in quotes, objects as JSON; `nothing` where it is none. */
export function valueText(value: MaybeValue): string {
  if (isNothing(value)) return "nothing";
  return typeof value === "string" ? JSON.stringify(value) : JSON.stringify(plainOf(value as Value));
}

/** Without what says nothing. */
function plainOf(value: Value): unknown {
  if (isList(value)) return value.map(plainOf);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => (isNothing(field) ? [] : [[key, plainOf(field)]])),
  );
}
