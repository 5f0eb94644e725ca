import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const noAutomaticPublicAddresses: Check = (plan) =>
  plan.resources("aws_subnet").map((subnet) => judgeAttribute(subnet, "map_public_ip_on_launch", equals(false), false));
