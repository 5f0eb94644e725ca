import { logBuckets } from "../../../plan/facts/state";
import { namesOneOf } from "../../expectation";
import { failed, judgeAttribute, judgeCompanion } from "../../judge";
import type { Check } from "../../rule";

/** Buckets of logs aren't logged: each log that is delivered would make another one. */
export const bucketAccessLogged: Check = (plan) => {
  const logs = logBuckets(plan);
  return plan
    .resources("aws_s3_bucket")
    .filter(({ address }) => !logs.has(address))
    .map((bucket) =>
      judgeCompanion(plan, bucket, "aws_s3_bucket_logging", "bucket", (logging) =>
        plan.referenced(logging.get("target_bucket"), "aws_s3_bucket").includes(bucket)
          ? failed(logging.address, "it logs to the bucket itself: each log makes another one")
          : judgeAttribute(logging, "target_bucket", namesOneOf(plan, "aws_s3_bucket")),
      ),
    );
};
