import { lockTables, stateBuckets } from "../../../plan/facts/state";
import { judge } from "../../judge";
import type { Check } from "../../rule";

export const stateHasLockTable: Check = (plan) =>
  stateBuckets(plan).map(({ address }) =>
    judge(address, lockTables(plan).length > 0, 'no aws_dynamodb_table with hash_key "LockID" stands beside it'),
  );
