import { judge } from "../../judge";
import type { Check } from "../../rule";

export const lockTableKeyed: Check = (plan) =>
  plan
    .resources("aws_dynamodb_table")
    .filter((table) => table.get("hash_key") === "LockID")
    .map((table) => {
      const key = table.blocks("attribute").find((attribute) => attribute.get("name") === "LockID");
      return judge(table.address, key?.get("type") === "S", 'no attribute LockID of type "S"');
    });
