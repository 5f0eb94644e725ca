import type { Resource } from "../../../plan/plan";
import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const keyRotation: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .filter(rotates)
    .map((key) => judgeAttribute(key, "enable_key_rotation", equals(true), false));

/** AWS rotates keys for encryption by one secret, unless they are in a store of one's own. */
function rotates(key: Resource): boolean {
  return (
    (key.get("customer_master_key_spec") ?? "SYMMETRIC_DEFAULT") === "SYMMETRIC_DEFAULT" &&
    key.get("custom_key_store_id") === undefined
  );
}
