import { equals } from "../../expectation";
import { judgeAttribute, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

export const tableDeletionProtection: Check = (plan) =>
  unlessDisposable(
    plan,
    plan
      .resources("aws_dynamodb_table")
      .map((table) => judgeAttribute(table, "deletion_protection_enabled", equals(true), false)),
  );
