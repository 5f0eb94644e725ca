import type { Plan, Resource } from "../../plan/plan";
import { oneOf } from "../expectation";
import { allOf, judgeAttribute, judgeCompanion } from "../judge";
import type { Judgement } from "../rule";
import { customerManagedKey } from "./keys";

const DEFAULT = "rule.apply_server_side_encryption_by_default";

/** Judges that what comes into a bucket is encrypted under a customer managed key, unless it says otherwise. */
export function judgeBucketKey(plan: Plan, bucket: Resource): Judgement {
  return judgeCompanion(plan, bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket", (encryption) =>
    allOf(encryption.address, [
      judgeAttribute(encryption, `${DEFAULT}.sse_algorithm`, oneOf("aws:kms", "aws:kms:dsse")),
      judgeAttribute(encryption, `${DEFAULT}.kms_master_key_id`, customerManagedKey(plan)),
    ]),
  );
}
