import { atMost } from "../../expectation";
import type { Check } from "../../rule";
import { judgeLifecycle } from "../../vocabulary/bucket-lifecycles";

export const bucketAbortsMultipartUploads: Check = (plan) =>
  plan
    .resources("aws_s3_bucket")
    .map((bucket) =>
      judgeLifecycle(plan, bucket, "abort_incomplete_multipart_upload.days_after_initiation", atMost(30)),
    );
