import type { Condition, Statement } from "../../../plan/facts/policies";
import { logBuckets } from "../../../plan/facts/state";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { judgeBucketPolicy } from "../../vocabulary/bucket-policies";
import { textOf } from "../../vocabulary/permissions";
import { conditionsOn, isNarrow } from "../../vocabulary/statements";

/** Elastic Load Balancing doesn't say whose logs it brings: there the path is the boundary. */
const SAYS_WHOSE = /^(logging\.s3|delivery\.logs|cloudtrail)\.amazonaws\.com$/;
const SOURCE = /^aws:Source(Account|Arn|OrgID|OrgPaths)$/i;

export const logBucketTakesOwnLogs: Check = (plan) => {
  const logs = logBuckets(plan);
  return plan
    .resources("aws_s3_bucket")
    .filter(({ address }) => logs.has(address))
    .map((bucket) =>
      judgeBucketPolicy(plan, bucket, (statements) =>
        judge(bucket.address, !statements.some(isOpen), "its policy lets logs of any account be written"),
      ),
    );
};

function isOpen(statement: Statement): boolean {
  const forWhom = statement.principals.flatMap(({ values }) => values);
  return (
    statement.effect === "Allow" &&
    forWhom.some((value) => typeof value === "string" && SAYS_WHOSE.test(value)) &&
    !conditionsOn(statement, SOURCE).some((condition) => isNarrow(condition) && saysWhose(condition))
  );
}

/** The ARN of a bucket has no account in it, and its name is free for anybody once the bucket is gone. */
function saysWhose({ key, values }: Condition): boolean {
  return !/SourceArn$/i.test(key) || values.every((value) => /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/.test(textOf(value)));
}
