import type { Statement } from "../../../plan/facts/policies";
import { failed, passed } from "../../judge";
import type { Check } from "../../rule";
import { judgeBucketPolicy } from "../../vocabulary/bucket-policies";
import { isAbout, isForAnybody, unlessOpenStatement } from "../../vocabulary/statements";

export const bucketPolicyLocksNobodyOut: Check = (plan) =>
  plan.resources("aws_s3_bucket").map((bucket) =>
    judgeBucketPolicy(plan, bucket, (statements) => {
      const lock = statements.find(isLock);
      if (lock === undefined) return passed(bucket.address);
      const found = `its policy's statement ${lock.sid ?? statements.indexOf(lock) + 1} denies everybody to change the policy`;
      return unlessOpenStatement(plan, failed(bucket.address, found), [lock]);
    }),
  );

/** A condition leaves somebody, and so does an exception of principals. */
const isLock = (statement: Statement) =>
  statement.effect === "Deny" &&
  statement.conditions.length === 0 &&
  statement.notPrincipals.length === 0 &&
  isForAnybody(statement) &&
  isAbout(statement, "s3:PutBucketPolicy") &&
  statement.resources.some((resource) => !/\/[^/]*$/.test(String(resource)));
