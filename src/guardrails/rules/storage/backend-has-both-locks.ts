import { equals, isSet } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { S3_BACKEND, s3Backend } from "../../vocabulary/backends";

export const backendHasBothLocks: Check = (plan) =>
  s3Backend(plan).map(({ use_lockfile, dynamodb_table }) =>
    allOf(S3_BACKEND, [
      judgeValue(S3_BACKEND, "use_lockfile", use_lockfile ?? false, equals(true)),
      judgeValue(S3_BACKEND, "dynamodb_table", dynamodb_table, isSet),
    ]),
  );
