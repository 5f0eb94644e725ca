import { comesFromOutside } from "../../plan/outside";
import type { Plan } from "../../plan/plan";
import type { Expectation } from "../expectation";

const KEY_TYPES = ["aws_kms_key", "aws_kms_alias", "aws_kms_replica_key", "aws_kms_external_key"] as const;
/** ARN, alias or id of a key, unless it is AWS's own (`alias/aws/ebs`). */
const KEY = /^(arn:aws[a-z-]*:kms:[^:]+:\d{12}:)?(alias\/(?!aws\/)|key\/|mrk-|[0-9a-f]{8}-[0-9a-f]{4}-).+$/;

/** A customer managed key: of the plan, or named. */
export const customerManagedKey = (plan: Plan): Expectation => ({
  wanted: "a customer managed key",
  holds(value) {
    if (plan.referenced(value, ...KEY_TYPES).length > 0) return true;
    if (comesFromOutside(plan, value)) return "undecided";
    return typeof value === "string" && KEY.test(value);
  },
});
