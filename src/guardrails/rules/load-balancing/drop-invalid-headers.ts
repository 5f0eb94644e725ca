import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const dropInvalidHeaders: Check = (plan) =>
  plan
    .resources("aws_lb")
    .map((loadBalancer) => judgeAttribute(loadBalancer, "drop_invalid_header_fields", equals(true), false));
