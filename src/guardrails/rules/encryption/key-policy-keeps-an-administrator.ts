import type { Statement } from "../../../plan/facts/policies";
import { failed, passed } from "../../judge";
import type { Check } from "../../rule";
import { judgeKeyPolicy } from "../../vocabulary/key-policies";
import { isAbout, unlessOpenStatement } from "../../vocabulary/statements";

/** What looking after a key takes, until it is deleted: what its policy allows nobody, only AWS's support can do. */
const ADMINISTRATION = [
  "CancelKeyDeletion",
  "CreateAlias",
  "DeleteAlias",
  "DescribeKey",
  "DisableKey",
  "DisableKeyRotation",
  "EnableKey",
  "EnableKeyRotation",
  "GetKeyPolicy",
  "GetKeyRotationStatus",
  "ListGrants",
  "ListKeyPolicies",
  "ListKeyRotations",
  "ListResourceTags",
  "PutKeyPolicy",
  "RetireGrant",
  "RevokeGrant",
  "RotateKeyOnDemand",
  "ScheduleKeyDeletion",
  "TagResource",
  "UntagResource",
  "UpdateAlias",
  "UpdateKeyDescription",
].map((name) => `kms:${name}`);

/** A key without a policy gets AWS's, in which the account is the administrator. */
export const keyPolicyKeepsAnAdministrator: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .map((key) =>
      judgeKeyPolicy(plan, key, (statements) =>
        statements.length === 0 || missingFrom(statements).length === 0
          ? passed(key.address)
          : unlessOpenStatement(
              plan,
              failed(key.address, `its policy lets nobody call ${missingFrom(statements).join(", ")}`),
              statements,
            ),
      ),
    );

const missingFrom = (statements: readonly Statement[]) =>
  ADMINISTRATION.filter(
    (action) => !statements.some((statement) => statement.effect === "Allow" && isAbout(statement, action)),
  );
