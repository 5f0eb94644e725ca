import type { Statement } from "../../../plan/facts/policies";
import { failed, passed } from "../../judge";
import type { Check } from "../../rule";
import { judgeBucketPolicy } from "../../vocabulary/bucket-policies";
import { textOf } from "../../vocabulary/permissions";
import { conditionsOn } from "../../vocabulary/statements";

const OF_UPLOADS = /^s3:x-amz-server-side-encryption/i;

export const bucketPolicyNamesActions: Check = (plan) =>
  plan.resources("aws_s3_bucket").map((bucket) =>
    judgeBucketPolicy(plan, bucket, (statements) => {
      const index = statements.findIndex(isTooWide);
      const name = statements[index]?.sid ?? String(index + 1);
      return index < 0
        ? passed(bucket.address)
        : failed(bucket.address, `statement ${name} of its policy names actions by a wildcard`);
    }),
  );

function isTooWide(statement: Statement): boolean {
  const { effect, actions, notActions } = statement;
  const mustBeExact = effect === "Allow" || conditionsOn(statement, OF_UPLOADS).length > 0;
  return mustBeExact && (notActions.length > 0 || actions.map(textOf).some((action) => /[*?]/.test(action)));
}
