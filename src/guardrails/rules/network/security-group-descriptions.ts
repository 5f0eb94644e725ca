import { securityGroupRules } from "../../../plan/facts/security-groups";
import { isSet, known } from "../../expectation";
import { allOf, judgeAttribute, judgeValue } from "../../judge";
import type { Check } from "../../rule";

/** What the provider writes where nothing is given. */
const DEFAULT = "Managed by Terraform";
const own = known("a description of its own", (value) => value !== "" && value !== DEFAULT);

export const securityGroupDescriptions: Check = (plan) => {
  const groups = plan.resources("aws_security_group");
  const rules = securityGroupRules(plan).map((rule) => ({
    address: rule.address,
    judgement: judgeValue(rule.address, `the description of an ${rule.direction} rule`, rule.description, isSet),
  }));
  const inline = new Set(groups.map(({ address }) => address));
  return [
    ...groups.map((group) =>
      allOf(group.address, [
        judgeAttribute(group, "description", own, DEFAULT),
        ...rules.filter(({ address }) => address === group.address).map(({ judgement }) => judgement),
      ]),
    ),
    ...rules.filter(({ address }) => !inline.has(address)).map(({ judgement }) => judgement),
  ];
};
