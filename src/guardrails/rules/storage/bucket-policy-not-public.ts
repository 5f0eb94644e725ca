import type { Check } from "../../rule";
import { judgeBucketPolicy } from "../../vocabulary/bucket-policies";
import { conditionsOn, isForAnybody, isNarrow, judgeNoAllow } from "../../vocabulary/statements";

/** What says whose the caller is, or by which way it comes. */
const WHOSE = /^aws:((Principal|Source)(Account|Arn|OrgID|OrgPaths)|SourceVpce?)$/i;

export const bucketPolicyNotPublic: Check = (plan) =>
  plan
    .resources("aws_s3_bucket")
    .map((bucket) =>
      judgeBucketPolicy(plan, bucket, (statements) =>
        judgeNoAllow(
          plan,
          bucket.address,
          statements,
          (statement) => isForAnybody(statement) && !conditionsOn(statement, WHOSE).some(isNarrow),
          "lets anybody in, of any account",
        ),
      ),
    );
