import { Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { judgeBucketPolicy } from "../../vocabulary/bucket-policies";
import { textOf } from "../../vocabulary/permissions";

export const bucketPolicyNamesItsBucket: Check = (plan) =>
  plan.resources("aws_s3_bucket").map((bucket) =>
    judgeBucketPolicy(plan, bucket, (statements) => {
      const foreign = statements
        .flatMap(({ resources }) => resources)
        .filter((text) => {
          if (text instanceof Unknown) return false;
          const named = plan.referenced(text.replace(/\/.*$/s, ""), "aws_s3_bucket");
          const name = /^arn:[^:]*:s3:::([^/]+)/.exec(text)?.[1];
          return named.length > 0
            ? !named.includes(bucket)
            : text.includes("${")
              ? false
              : name !== bucket.get("bucket");
        });
      const found = `its policy is about ${foreign.map(textOf).join(", ")}`;
      return judge(bucket.address, foreign.length === 0, found);
    }),
  );
