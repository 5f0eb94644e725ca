import { judgeDenial } from "../../bucket-policies";
import type { Check } from "../../rule";
import { isOnlyIf } from "../../statements";

export const bucketTlsOnly: Check = (plan) =>
  plan.resources("aws_s3_bucket").map((bucket) =>
    judgeDenial(plan, bucket, {
      what: "plain HTTP",
      action: "s3:*",
      to: ["bucket", "objects"],
      conditions: (statement) => isOnlyIf(statement, /^Bool(IfExists)?$/, "aws:SecureTransport", "false"),
    }),
  );
