import type { Check } from "../../rule";
import { judgeNoStatement } from "../../vocabulary/key-policies";
import { textOf } from "../../vocabulary/permissions";

/** Without a condition it is anybody's, and `encryption/key-policy-not-public` says so. */
export const keyPolicyNamesPrincipals: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .map((key) =>
      judgeNoStatement(
        plan,
        key,
        ({ principals, conditions }) =>
          conditions.length > 0 &&
          principals.some(({ type, values }) => type === "*" || values.map(textOf).some((value) => /[*?]/.test(value))),
        "is for whoever meets its conditions",
      ),
    );
