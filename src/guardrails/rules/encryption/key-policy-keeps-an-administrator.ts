import { failed, passed } from "../../judge";
import type { Check } from "../../rule";
import { judgeKeyPolicy } from "../../vocabulary/key-policies";
import { isAbout, unlessOpenStatement } from "../../vocabulary/statements";

/** A key without a policy gets AWS's, in which the account is the administrator. */
export const keyPolicyKeepsAnAdministrator: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .map((key) =>
      judgeKeyPolicy(plan, key, (statements) =>
        statements.length === 0 ||
        statements.some((statement) => statement.effect === "Allow" && isAbout(statement, "kms:PutKeyPolicy"))
          ? passed(key.address)
          : unlessOpenStatement(plan, failed(key.address, "its policy lets nobody change it"), statements),
      ),
    );
