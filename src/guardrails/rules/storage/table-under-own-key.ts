import { equals } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import { customerManagedKey } from "../../keys";
import type { Check } from "../../rule";

export const tableUnderOwnKey: Check = (plan) =>
  plan
    .resources("aws_dynamodb_table")
    .map((table) =>
      allOf(table.address, [
        judgeAttribute(table, "server_side_encryption.enabled", equals(true), false),
        judgeAttribute(table, "server_side_encryption.kms_key_arn", customerManagedKey(plan)),
      ]),
    );
