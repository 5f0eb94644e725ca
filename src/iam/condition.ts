import type { Condition, PolicyText } from "../plan/facts/policies";
import { Unknown } from "../plan/value";
import { OPERATORS, type Operator } from "./operators";
import { type Request, valuesOf, variablesOf } from "./request";
import { lacksValue } from "./text";
import { all, any, none, type Truth } from "./truth";

const OPERATOR = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/i;

/** Whether a request meets a condition. */
export function meets(condition: Condition, request: Request): Truth {
  const [, set, name = "", ifExists] = OPERATOR.exec(condition.operator) ?? [];
  const actual = valuesOf(request, condition.key);
  if (name.toLowerCase() === "null") return isNull(condition, actual);
  const operator = OPERATORS[name.toLowerCase()];
  if (operator === undefined || actual === "unknown") return "undecided";
  const one = (value: PolicyText) => compare(operator, condition, value, request);
  switch (set?.toLowerCase()) {
    case "forallvalues":
      return actual === "absent" || all(actual.map(one));
    case "foranyvalue":
      // IAM doesn't say what both together are of a key that isn't there.
      if (actual === "absent") return ifExists === undefined ? false : "undecided";
      return any(actual.map(one));
    default:
      if (actual === "absent") return ifExists !== undefined || operator.isNegated;
      // Of several values without a set operator, IAM says nothing.
      return actual[0] !== undefined && actual.length === 1 ? one(actual[0]) : "undecided";
  }
}

/** Whether the value is one that is expected; for a negated operator, whether it is none of them. */
function compare({ compare, isNegated }: Operator, { values }: Condition, actual: PolicyText, request: Request): Truth {
  const variables = variablesOf(request);
  const expected = values.map((value) => compare(value, actual, variables));
  return isNegated ? none(expected, !values.some((value) => lacksValue(value, variables))) : any(expected);
}

function isNull({ values }: Condition, actual: readonly PolicyText[] | "absent" | "unknown"): Truth {
  if (actual === "unknown") return "undecided";
  return any(
    values.map((expected) => {
      if (expected instanceof Unknown) return "undecided";
      return (expected.toLowerCase() === "true") === (actual === "absent");
    }),
  );
}
