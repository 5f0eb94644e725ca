import type { Check } from "../../rule";
import { judgeNoStatement } from "../../vocabulary/key-policies";
import { conditionsOn, isForAnybody, isNarrow } from "../../vocabulary/statements";

/** Whose the caller is, or whose resource a service calls for. */
const WHOSE = /^(kms:CallerAccount|aws:(Principal|Source)(Account|Arn|OrgID|OrgPaths))$/i;

export const keyPolicyNotPublic: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .map((key) =>
      judgeNoStatement(
        plan,
        key,
        (statement) => isForAnybody(statement) && !conditionsOn(statement, WHOSE).some(isNarrow),
        "is for anybody, of any account",
      ),
    );
