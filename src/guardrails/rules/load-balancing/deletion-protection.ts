import { equals } from "../../expectation";
import { judgeAttribute, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

export const deletionProtection: Check = (plan) =>
  unlessDisposable(
    plan,
    plan
      .resources("aws_lb")
      .map((balancer) => judgeAttribute(balancer, "enable_deletion_protection", equals(true), false)),
  );
