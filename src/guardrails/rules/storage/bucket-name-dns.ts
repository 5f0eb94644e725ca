import { matches } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { statedAt } from "../../vocabulary/launchers";

const NAME = matches(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, "lower case letters, digits and hyphens, 3 to 63 of them");

/** A name that the provider makes up is one. */
export const bucketNameDns: Check = (plan) =>
  plan
    .resources("aws_s3_bucket")
    .filter((bucket) => statedAt(bucket, "bucket") !== undefined)
    .map((bucket) => judgeAttribute(bucket, "bucket", NAME));
