import { judgeCompanion } from "../../judge";
import type { Check } from "../../rule";

export const keyHasAlias: Check = (plan) =>
  plan.resources("aws_kms_key").map((key) => judgeCompanion(plan, key, "aws_kms_alias", "target_key_id"));
