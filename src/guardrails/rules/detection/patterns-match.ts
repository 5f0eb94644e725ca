import { isEnabled, patternOf } from "../../../cloudwatch/event-rules";
import { entry, isList, isRecord, type Value } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";

/** A pattern's `*` is read by the comparison `wildcard` alone. */
export const patternsMatch: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_event_rule")
    .filter(isEnabled)
    .flatMap((rule) => {
      const pattern = patternOf(rule);
      if (pattern === undefined) return [];
      const literal = wildcardsIn(pattern);
      return [judge(rule.address, literal.length === 0, `its pattern compares with ${literal.join(", ")} as written`)];
    });

function wildcardsIn(value: Value): readonly string[] {
  if (isList(value)) return value.flatMap(wildcardsIn);
  if (isRecord(value)) return entry(value, "wildcard") === undefined ? Object.values(value).flatMap(wildcardsIn) : [];
  return typeof value === "string" && value.includes("*") ? [value] : [];
}
