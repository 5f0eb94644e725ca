import { lockTables, stateBuckets } from "../../../plan/facts/state";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

export const stateHasLockTable: Check = (plan) =>
  stateBuckets(plan).map(({ address }) =>
    unlessOpen(
      plan,
      judge(address, lockTables(plan).length > 0, 'no aws_dynamodb_table with hash_key "LockID" stands beside it'),
      ...plan.resources("aws_dynamodb_table").map((table) => table.get("hash_key")),
    ),
  );
