import { S3_BACKEND, s3Backend } from "../../backends";
import { equals } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import { customerManagedKey } from "../../keys";
import type { Check } from "../../rule";

export const backendUnderOwnKey: Check = (plan) =>
  s3Backend(plan).map(({ encrypt, kms_key_id }) =>
    allOf(S3_BACKEND, [
      judgeValue(S3_BACKEND, "encrypt", encrypt ?? false, equals(true)),
      judgeValue(S3_BACKEND, "kms_key_id", kms_key_id, customerManagedKey(plan)),
    ]),
  );
