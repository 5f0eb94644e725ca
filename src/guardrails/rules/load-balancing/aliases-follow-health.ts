import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const aliasesFollowHealth: Check = (plan) =>
  plan
    .resources("aws_route53_record")
    .filter((record) => plan.referenced(record.get("alias.name"), "aws_lb").length > 0)
    .map((record) => judgeAttribute(record, "alias.evaluate_target_health", equals(true)));
