import type { Principal, Statement } from "../../../plan/facts/policies";
import { Unknown } from "../../../plan/value";
import type { Check } from "../../rule";
import { judgeNoStatement, USE } from "../../vocabulary/key-policies";
import { isAbout, isNarrow } from "../../vocabulary/statements";

/** An account as a whole: whom its IAM policies name. */
const ACCOUNT = /^(\d{12}|arn:aws[a-z-]*:iam::[^:]+:root)$/;
/** Say no more than a principal that is an account does. */
const ACCOUNT_KEYS = /^(kms:CallerAccount|kms:GrantIsForAWSResource|aws:PrincipalAccount|aws:PrincipalOrgID)$/i;

export const keyUseConditioned: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .map((key) => judgeNoStatement(plan, key, isUnconditioned, "lets its principal use the key, whatever for"));

function isUnconditioned(statement: Statement): boolean {
  // To describe a key isn't to use it; to grant its use is.
  if (![...USE, "kms:CreateGrant"].some((action) => action !== "kms:DescribeKey" && isAbout(statement, action)))
    return false;
  const { principals } = statement;
  const conditions = statement.conditions.filter(isNarrow);
  return (
    // Who uses a key and administers it may do everything.
    isAbout(statement, "kms:PutKeyPolicy") ||
    (principals.some(isAccount) && conditions.every(({ key }) => ACCOUNT_KEYS.test(key))) ||
    (principals.some(({ type }) => type === "Service") && conditions.length === 0)
  );
}

function isAccount({ type, values }: Principal): boolean {
  return type === "AWS" && values.some((value) => !(value instanceof Unknown) && ACCOUNT.test(value));
}
