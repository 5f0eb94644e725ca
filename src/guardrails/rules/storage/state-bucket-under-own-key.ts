import { stateBuckets } from "../../../plan/facts/state";
import { oneOf } from "../../expectation";
import { allOf, judgeAttribute, judgeCompanion } from "../../judge";
import type { Check } from "../../rule";
import { customerManagedKey } from "../../vocabulary/keys";

const DEFAULT = "rule.apply_server_side_encryption_by_default";

export const stateBucketUnderOwnKey: Check = (plan) =>
  stateBuckets(plan).map((bucket) =>
    judgeCompanion(plan, bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket", (encryption) =>
      allOf(encryption.address, [
        judgeAttribute(encryption, `${DEFAULT}.sse_algorithm`, oneOf("aws:kms", "aws:kms:dsse")),
        judgeAttribute(encryption, `${DEFAULT}.kms_master_key_id`, customerManagedKey(plan)),
      ]),
    ),
  );
