import { type PolicyFact, policyStatements, type Statement } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { judgeAllowed, textOf } from "../../vocabulary/permissions";
import { conditionsOn, isForAnybody, isNarrow } from "../../vocabulary/statements";

/** What says whose the caller is, or by which way it comes. */
const WHOSE = /^aws:((Principal|Source)(Account|Arn|OrgID|OrgPaths|Owner)|SourceVpce?|PrincipalIsAWSService)$/i;
/** Buckets and keys have rules of their own; an endpoint's policy is for anybody who may use what is behind it. */
const ELSEWHERE = /^aws_(s3_bucket|kms_key|vpc_endpoint)/;

export const resourcePoliciesNotPublic: Check = (plan) =>
  policyStatements(plan)
    .filter(isJudged)
    .map((fact) => judgeAllowed(fact, open));

const isJudged = ({ kind, resource }: PolicyFact) => kind === "resource" && !ELSEWHERE.test(resource.type);

function open(statement: Statement): readonly string[] {
  if (!isForAnybody(statement) || conditionsOn(statement, WHOSE).some(isNarrow)) return [];
  return [`anybody, of any account, ${statement.actions.map(textOf).join(", ")}`];
}
