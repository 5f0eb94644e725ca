import { endpoints } from "../../../plan/facts/network";
import type { Check } from "../../rule";
import { isBoundTo, isForAllResources, judgeEndpointPolicy } from "../../vocabulary/endpoint-policies";
import { isForAnybody } from "../../vocabulary/statements";

const WHOSE = /^aws:Principal(Account|Arn|OrgID|OrgPaths)$/i;

export const endpointPolicies: Check = (plan) =>
  endpoints(plan)
    // What a load balancer for appliances leads to has no policy.
    .filter(({ type }) => type === "Interface" || type === "Gateway")
    .map(({ endpoint }) =>
      judgeEndpointPolicy(
        plan,
        endpoint,
        (statement) => isForAnybody(statement) && isForAllResources(statement) && !isBoundTo(statement, WHOSE),
        "lets everybody's credentials pass, to everything",
      ),
    );
