import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const keyEnabled: Check = (plan) =>
  plan
    .resources("aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key")
    .map((key) => judgeAttribute(key, key.type === "aws_kms_key" ? "is_enabled" : "enabled", equals(true), true));
