import type { Condition, Statement } from "../../../plan/facts/policies";
import { stateBuckets } from "../../../plan/facts/state";
import { allOf } from "../../judge";
import type { Check } from "../../rule";
import { judgeDenial } from "../../vocabulary/bucket-policies";
import { conditionsOn, isOnlyIf } from "../../vocabulary/statements";

const ENCRYPTION = /^s3:x-amz-server-side-encryption$/i;
const KEY = /^s3:x-amz-server-side-encryption-aws-kms-key-id$/i;

const CUSTOMER_KEY = "s3:x-amz-server-side-encryption-customer-algorithm";

/** Three denials: with another key the encryption is right, without KMS no key is named at all, and one of the caller's own is named elsewhere. */
export const stateBucketDeniesWrongKey: Check = (plan) =>
  stateBuckets(plan).map((bucket) =>
    allOf(bucket.address, [
      judgeDenial(plan, bucket, {
        what: "uploads that ask for other encryption than KMS",
        action: "s3:PutObject",
        to: ["objects"],
        conditions: isUnless(ENCRYPTION, (value) => value.startsWith("aws:kms")),
      }),
      judgeDenial(plan, bucket, {
        what: "uploads under another key than its own",
        action: "s3:PutObject",
        to: ["objects"],
        conditions: isUnless(KEY, (value) => plan.referenced(value, "aws_kms_key").length > 0 || /:key\//.test(value)),
      }),
      judgeDenial(plan, bucket, {
        what: "uploads under a key of the caller's own",
        action: "s3:PutObject",
        to: ["objects"],
        conditions: (statement) => isOnlyIf(statement, /^Null$/, CUSTOMER_KEY, "false"),
      }),
    ]),
  );

/** Whether it asks only that a header is there: a put that asks for nothing falls under the bucket's default. */
function isPresence({ operator, values }: Condition): boolean {
  return operator === "Null" && values.every((value) => value === "false");
}

/** Whether a statement holds unless that header has one of the right values. */
function isUnless(header: RegExp, isRight: (value: string) => boolean) {
  return (statement: Statement): boolean => {
    const unless = conditionsOn(statement, header).filter(({ operator }) => /Not(Equals|Like)/i.test(operator));
    const others = statement.conditions.filter((condition) => !unless.includes(condition) && !isPresence(condition));
    return (
      unless.length > 0 &&
      others.length === 0 &&
      unless.every(({ values }) => values.every((value) => typeof value === "string" && isRight(value)))
    );
  };
}
