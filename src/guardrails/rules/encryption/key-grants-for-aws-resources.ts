import type { Statement } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { judgeNoStatement } from "../../vocabulary/key-policies";
import { conditionsOn, isAbout } from "../../vocabulary/statements";

export const keyGrantsForAwsResources: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .map((key) =>
      judgeNoStatement(plan, key, isUnboundGrant, "lets grants be made for anything, not for AWS's resources only"),
    );

/** Who may do everything with a key needs no grant to hand it on. */
function isUnboundGrant(statement: Statement): boolean {
  const isForAws = conditionsOn(statement, /^kms:GrantIsForAWSResource$/i).some(({ values }) =>
    values.every((value) => String(value) === "true"),
  );
  return isAbout(statement, "kms:CreateGrant") && !isAbout(statement, "kms:ScheduleKeyDeletion") && !isForAws;
}
