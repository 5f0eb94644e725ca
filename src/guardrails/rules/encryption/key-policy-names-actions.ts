import type { Check } from "../../rule";
import { judgeNoStatement } from "../../vocabulary/key-policies";
import { textOf } from "../../vocabulary/permissions";

/** One right each, under two names. */
const PAIRS = ["kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:GenerateDataKeyPair*"];

export const keyPolicyNamesActions: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .map((key) =>
      judgeNoStatement(
        plan,
        key,
        ({ actions, notActions }) =>
          notActions.length > 0 || actions.map(textOf).some((action) => /[*?]/.test(action) && !PAIRS.includes(action)),
        "allows actions by a wildcard",
      ),
    );
