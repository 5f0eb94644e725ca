import { endpoints } from "../../../plan/facts/network";
import type { Check } from "../../rule";
import { isBoundTo, isForAllResources, judgeEndpointPolicy } from "../../vocabulary/endpoint-policies";

const WHOSE = /^(aws|s3):Resource(Account|OrgID|OrgPaths)$/i;

export const s3EndpointOwnBuckets: Check = (plan) =>
  endpoints(plan)
    .filter(({ service }) => service === "s3")
    .map(({ endpoint }) =>
      judgeEndpointPolicy(
        plan,
        endpoint,
        (statement) => isForAllResources(statement) && !isBoundTo(statement, WHOSE),
        "leads to the buckets of any account",
      ),
    );
