import { securityGroupRules } from "../../../plan/facts/security-groups";
import { isSet, known } from "../../expectation";
import { allOf, judgeAttribute, judgeValue } from "../../judge";
import type { Check, Judgement } from "../../rule";

/** What the provider writes where nothing is given. */
const DEFAULT = "Managed by Terraform";
const own = known("a description of its own", (value) => value !== "" && value !== DEFAULT);

export const securityGroupDescriptions: Check = (plan) => {
  const judgements = new Map<string, Judgement[]>(
    plan
      .resources("aws_security_group")
      .map((group) => [group.address, [judgeAttribute(group, "description", own, DEFAULT)]]),
  );
  for (const { address, direction, description } of securityGroupRules(plan)) {
    const judgement = judgeValue(address, `the description of an ${direction} rule`, description, isSet);
    const siblings = judgements.get(address);
    if (siblings === undefined) judgements.set(address, [judgement]);
    else siblings.push(judgement);
  }
  return [...judgements].map(([address, all]) => allOf(address, all));
};
