import { stateBuckets } from "../../../plan/facts/state";
import type { Check } from "../../rule";
import { judgeDenial } from "../../vocabulary/bucket-policies";
import { conditionsOn } from "../../vocabulary/statements";

const WHOSE = /^aws:Principal(Account|Arn|OrgID|OrgPaths)$|^aws:userid$/i;

export const stateBucketDeniesOtherAccounts: Check = (plan) =>
  stateBuckets(plan).map((bucket) =>
    judgeDenial(plan, bucket, {
      what: "other accounts",
      action: "s3:*",
      to: ["bucket", "objects"],
      conditions: (statement) => {
        const whose = conditionsOn(statement, WHOSE);
        return (
          whose.length > 0 &&
          whose.length === statement.conditions.length &&
          whose.every(
            ({ operator, values }) => /Not(Equals|Like)/i.test(operator) && values.length > 0 && !values.includes("*"),
          )
        );
      },
    }),
  );
