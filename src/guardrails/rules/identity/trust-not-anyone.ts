import { type Principal, policyStatements, type Statement } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { judgeAllowed, textOf } from "../../vocabulary/permissions";

export const trustNotAnyone: Check = (plan) =>
  policyStatements(plan)
    .filter(({ kind }) => kind === "trust")
    .map((fact) => judgeAllowed(fact, tooWide));

function tooWide({ principals, notPrincipals, conditions }: Statement): readonly string[] {
  const wide = principals.flatMap(({ type, values }: Principal) =>
    values.map(textOf).filter((value) => isWide(type, value, conditions.length > 0)),
  );
  return [...wide.map((value) => `anybody of ${value}`), ...(notPrincipals.length > 0 ? ["all but a few"] : [])];
}

/** Anybody; or a whole account, unless a condition (an external id, an organization) says which of it. */
function isWide(type: string, value: string, isConditional: boolean): boolean {
  if (type === "*" || /^\*+$/.test(value)) return true;
  return type === "AWS" && !isConditional && /^(\d{12}|arn:[^:]*:iam::\d{12}:root)$/.test(value);
}
