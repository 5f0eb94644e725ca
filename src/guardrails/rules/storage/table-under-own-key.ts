import { equals } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { customerManagedKey } from "../../vocabulary/keys";

export const tableUnderOwnKey: Check = (plan) =>
  plan
    .resources("aws_dynamodb_table")
    .map((table) =>
      allOf(table.address, [
        judgeAttribute(table, "server_side_encryption.enabled", equals(true), false),
        judgeAttribute(table, "server_side_encryption.kms_key_arn", customerManagedKey(plan)),
      ]),
    );
