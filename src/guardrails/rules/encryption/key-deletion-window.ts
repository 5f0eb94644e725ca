import { atLeast } from "../../expectation";
import { judgeAttribute, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

/** AWS's own default, and the longest that there is. */
const DAYS = 30;

export const keyDeletionWindow: Check = (plan) =>
  unlessDisposable(
    plan,
    plan.resources("aws_kms_key").map((key) => judgeAttribute(key, "deletion_window_in_days", atLeast(DAYS), DAYS)),
  );
