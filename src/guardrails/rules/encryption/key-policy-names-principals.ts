import type { Check } from "../../rule";
import { judgeNoStatement } from "../../vocabulary/key-policies";
import { textOf } from "../../vocabulary/permissions";

export const keyPolicyNamesPrincipals: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .map((key) =>
      judgeNoStatement(
        plan,
        key,
        ({ principals }) =>
          principals.some(({ type, values }) => type === "*" || values.map(textOf).some((value) => /[*?]/.test(value))),
        "is for whoever meets its conditions",
      ),
    );
