import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { interfaceEndpoints } from "../../vocabulary/interface-endpoints";

/** Their gateway endpoints, which are free, go by routes: an interface beside them is for others than the VPC. */
const HAVE_GATEWAYS = ["s3", "dynamodb"];

export const endpointsPrivateDns: Check = (plan) =>
  interfaceEndpoints(plan)
    .filter(({ service }) => !HAVE_GATEWAYS.includes(String(service)))
    .map(({ endpoint }) => judgeAttribute(endpoint, "private_dns_enabled", equals(true), false));
