import { Unknown } from "../../../plan/value";
import { allOf, judge } from "../../judge";
import type { Check } from "../../rule";
import { identityPolicies, judgeAllowed, textOf } from "../../vocabulary/permissions";

const ARN = /^arn:[^:]*:([^:]*):([^:]*):([^:]*):(.*)$/;
/** Their resource is a name alone, without a type. */
const UNTYPED = ["s3", "sns", "sqs"];

/**
 * `*` alone is for `identity/exact-resources` to judge. A Deny may be of every region; of any account it says something
 * else than it does: a role has no say over those of others.
 */
export const resourcesNameRegionsAndAccounts: Check = (plan) =>
  identityPolicies(plan).map((fact) => {
    const { address } = fact.resource;
    const denied = fact.statements instanceof Unknown ? [] : fact.statements.filter(({ effect }) => effect === "Deny");
    const foreign = denied
      .flatMap(({ resources }) => resources.map(textOf))
      .filter((text) => /[*?]/.test(ARN.exec(text)?.[3] ?? ""));
    return allOf(address, [
      judgeAllowed(fact, ({ resources }) => resources.map(textOf).filter(isWide)),
      judge(address, foreign.length === 0, `it denies ${foreign.join(", ")}`),
    ]);
  });

function isWide(text: string): boolean {
  const [, service = "", region = "", account = "", resource = ""] = ARN.exec(text) ?? [];
  return /[*?]/.test(region + account) || (/^[*?]+$/.test(resource) && !UNTYPED.includes(service));
}
