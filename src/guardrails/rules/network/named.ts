import { isSet } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Those to which AWS gives no name of their own. */
const NAMELESS = [
  "aws_acm_certificate",
  "aws_default_security_group",
  "aws_eip",
  "aws_flow_log",
  "aws_internet_gateway",
  "aws_lb_listener_rule",
  "aws_nat_gateway",
  "aws_route_table",
  "aws_security_group",
  "aws_subnet",
  "aws_vpc",
  "aws_vpc_endpoint",
];

export const named: Check = (plan) =>
  plan.resources(...NAMELESS).map((resource) => judgeAttribute(resource, "tags.Name", isSet));
