import { equals } from "../../expectation";
import { judgeAttribute, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

export const forceDestroyOff: Check = (plan) =>
  unlessDisposable(
    plan,
    plan
      .resources("aws_s3_bucket", "aws_route53_zone")
      .map((resource) => judgeAttribute(resource, "force_destroy", equals(false), false)),
  );
