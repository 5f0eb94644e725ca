import { companions } from "../../plan/facts/belonging";
import type { Statement } from "../../plan/facts/policies";
import type { Plan, Resource } from "../../plan/plan";
import { isSet } from "../expectation";
import { judgeAttribute } from "../judge";
import type { Judgement } from "../rule";
import { conditionsOn, isNarrow, judgeNoAllow, judgePolicies } from "./statements";

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
  return judgePolicies(plan, endpoint, COMPANION, (statements) =>
    judgeNoAllow(plan, endpoint.address, statements, isTooWide, found),
  );
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
