import type { Check } from "../../rule";
import { judgeDenial } from "../../vocabulary/bucket-policies";
import { isOnlyIf } from "../../vocabulary/statements";

export const bucketTlsOnly: Check = (plan) =>
  plan.resources("aws_s3_bucket").map((bucket) =>
    judgeDenial(plan, bucket, {
      what: "plain HTTP",
      action: "s3:*",
      to: ["bucket", "objects"],
      conditions: (statement) => isOnlyIf(statement, /^Bool(IfExists)?$/, "aws:SecureTransport", "false"),
    }),
  );
