import { equals } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { interfaceEndpoints } from "../../vocabulary/interface-endpoints";

export const privateNamesResolve: Check = (plan) => {
  const vpcs = new Set(interfaceEndpoints(plan).flatMap(({ vpc }) => vpc ?? []));
  return [...vpcs].map((vpc) =>
    allOf(vpc.address, [
      judgeAttribute(vpc, "enable_dns_support", equals(true), true),
      judgeAttribute(vpc, "enable_dns_hostnames", equals(true), false),
    ]),
  );
};
