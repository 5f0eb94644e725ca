import { companions } from "../plan/facts/belonging";
import type { Statement } from "../plan/facts/policies";
import type { Plan, Resource } from "../plan/plan";
import { isSet } from "./expectation";
import { failed, judgeAttribute, passed } from "./judge";
import type { Judgement } from "./rule";
import { conditionsOn, isNarrow, judgePolicies, unlessOpenStatement } from "./statements";

const COMPANION = { type: "aws_vpc_endpoint_policy", attribute: "vpc_endpoint_id" } as const;

/** Judges that an endpoint's policy allows nothing that is too wide; without a policy, AWS allows everything. */
export function judgeEndpointPolicy(
  plan: Plan,
  endpoint: Resource,
  isTooWide: (statement: Statement) => boolean,
  found: string,
): Judgement {
  if (companions(plan, endpoint, COMPANION.type, COMPANION.attribute).length === 0) {
    const given = judgeAttribute(endpoint, "policy", isSet);
    if (given.verdict !== "passed") return given;
  }
  return judgePolicies(plan, endpoint, COMPANION, (statements) => {
    const index = statements.findIndex((statement) => statement.effect === "Allow" && isTooWide(statement));
    const statement = statements[index];
    if (statement === undefined) return passed(endpoint.address);
    const judgement = failed(endpoint.address, `its policy's statement ${statement.sid ?? index + 1} ${found}`);
    return unlessOpenStatement(plan, judgement, [statement]);
  });
}

/** Whether it is about all resources of a service, of whatever account. */
export function isForAllResources({ resources, notResources }: Statement): boolean {
  return notResources.length > 0 || resources.some((text) => typeof text === "string" && ALL.test(text));
}

/** A bare wildcard, or an ARN whose resource is one. */
const ALL = /^\*+$|^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*/;

/** Whether a condition says which account or organization it is about. */
export function isBoundTo(statement: Statement, key: RegExp): boolean {
  return conditionsOn(statement, key).some(isNarrow);
}
