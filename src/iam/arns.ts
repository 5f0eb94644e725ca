import type { PolicyText } from "../plan/facts/policies";
import { Unknown } from "../plan/value";
import { matches } from "./matching";
import { plainTokens, tokensOf, type Variables } from "./text";
import { all, type Truth } from "./truth";

/** The six parts of an ARN; colons after the fifth are the resource's own. `undefined`: it isn't written as one. */
export function partsOf(arn: PolicyText): readonly string[] | undefined {
  if (arn instanceof Unknown || !/^arn:/.test(arn)) return undefined;
  const parts: string[] = [""];
  for (const piece of arn.split(/(\$\{[^}]*\}|:)/)) {
    if (piece === ":" && parts.length < 6) parts.push("");
    else parts.push(`${parts.pop()}${piece}`);
  }
  return parts;
}

/** Whether an ARN is one of those that a pattern covers: part by part, since a wildcard doesn't reach over a colon. */
export function coversArn(pattern: PolicyText, arn: PolicyText, variables: Variables): Truth {
  const own = partsOf(pattern);
  const other = partsOf(arn);
  if (own?.length === 6 && other?.length === 6) {
    return all(
      own.map((part, index) => matches(tokensOf(part, "wildcards", variables), plainTokens(other[index] ?? ""))),
    );
  }
  return matches(tokensOf(pattern, "wildcards", variables), plainTokens(arn));
}
