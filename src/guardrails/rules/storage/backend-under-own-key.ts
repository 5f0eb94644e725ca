import { equals } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { S3_BACKEND, s3Backend } from "../../vocabulary/backends";
import { customerManagedKey } from "../../vocabulary/keys";

export const backendUnderOwnKey: Check = (plan) =>
  s3Backend(plan).map(({ encrypt, kms_key_id }) =>
    allOf(S3_BACKEND, [
      judgeValue(S3_BACKEND, "encrypt", encrypt ?? false, equals(true)),
      judgeValue(S3_BACKEND, "kms_key_id", kms_key_id, customerManagedKey(plan)),
    ]),
  );
