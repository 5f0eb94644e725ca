import { decodeJson } from "../../../plan/expression/json";
import { type PolicyKind, policyStatements } from "../../../plan/facts/policies";
import { entry, isRecord, listOf, type MaybeValue, Unknown, type ValueRecord } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

const VERSION = "2012-10-17";

/** One of each must be there: by kind of policy, since a role's trust is about that role, and its policy about whose it is. */
const PARTS: { readonly [kind in PolicyKind]: readonly (readonly string[])[] } = {
  trust: [["Principal", "NotPrincipal"]],
  identity: [["Resource", "NotResource"]],
  resource: [
    ["Principal", "NotPrincipal"],
    ["Resource", "NotResource"],
  ],
};

export const policiesComplete: Check = (plan) =>
  policyStatements(plan).map(({ resource, attribute, kind }) => {
    const { address } = resource;
    const document = decodeJson(resource.get(attribute) ?? null);
    if (!isRecord(document)) return undecided(address, `${attribute} is known only at apply`);
    const statements = listOf(entry(document, "Statement")).filter(isRecord);
    const missing = [
      ...(entry(document, "Version") === VERSION ? [] : [`Version "${VERSION}"`]),
      ...(statements.length === 0 ? ["Statement"] : []),
      ...statements.flatMap((statement) => missingIn(statement, kind)),
    ];
    return judge(address, missing.length === 0, `${attribute} lacks ${[...new Set(missing)].join(", ")}`);
  });

/** IAM takes `*` for anybody, and no pattern of principals. */
function hasHalfWildcard(principal: MaybeValue): boolean {
  return (
    isRecord(principal) &&
    Object.values(principal)
      .flatMap(listOf)
      .some((one) => typeof one === "string" && /.\*|\*./.test(one))
  );
}

function missingIn(statement: ValueRecord, kind: PolicyKind): readonly string[] {
  const effect = entry(statement, "Effect");
  const isMissing = (key: string) => {
    const value = entry(statement, key);
    return !(value instanceof Unknown) && (isRecord(value) ? Object.values(value) : listOf(value)).flat().length === 0;
  };
  return [
    ...(hasHalfWildcard(entry(statement, "Principal"))
      ? ["a principal without a wildcard in it (only * alone is one)"]
      : []),
    ...(effect === "Allow" || effect === "Deny" || effect instanceof Unknown ? [] : ["an Effect"]),
    ...[["Action", "NotAction"], ...PARTS[kind]]
      .filter((keys) => keys.every(isMissing))
      .map(([key = ""]) => `${/^[AE]/.test(key) ? "an" : "a"} ${key}`),
  ];
}
