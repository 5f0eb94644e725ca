import type { Plan, Resource } from "../../../plan/plan";
import { isSet } from "../../expectation";
import { judgeAttribute, passed } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { judgeBucketKey } from "../../vocabulary/bucket-keys";
import { customerManagedKey } from "../../vocabulary/keys";

export const objectsUnderOwnKey: Check = (plan) =>
  plan.resources("aws_s3_object", "aws_s3_bucket_object").map((object) => judgeObject(plan, object));

/** An object that says nothing is under its bucket's key. */
function judgeObject(plan: Plan, object: Resource): Judgement {
  const [bucket] = plan.referenced(object.get("bucket"), "aws_s3_bucket");
  const saysNothing = ["kms_key_id", "server_side_encryption"].every((path) => isSet.holds(object.get(path)) === false);
  if (saysNothing && bucket !== undefined && judgeBucketKey(plan, bucket).verdict === "passed") {
    return passed(object.address);
  }
  return judgeAttribute(object, "kms_key_id", customerManagedKey(plan));
}
