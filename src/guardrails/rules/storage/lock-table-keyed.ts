import { equals } from "../../expectation";
import { allOf, judge, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const lockTableKeyed: Check = (plan) =>
  plan
    .resources("aws_dynamodb_table")
    .filter((table) => table.get("hash_key") === "LockID")
    .map((table) => {
      const key = table.blocks("attribute").find((attribute) => attribute.get("name") === "LockID");
      return allOf(table.address, [
        judge(table.address, key?.get("type") === "S", 'no attribute LockID of type "S"'),
        judgeAttribute(table, "billing_mode", equals("PAY_PER_REQUEST"), "PROVISIONED"),
      ]);
    });
