import { securityGroupRules } from "../../../plan/facts/security-groups";
import { failed, passed } from "../../judge";
import type { Check } from "../../rule";

export const inlineRules: Check = (plan) => {
  const apart = new Map(
    securityGroupRules(plan)
      .filter(({ group, address }) => group !== undefined && group.address !== address)
      .map(({ group, address }) => [group, address]),
  );
  return plan.resources("aws_security_group", "aws_default_security_group").map((group) => {
    const rule = apart.get(group);
    if (rule !== undefined) return failed(group.address, `${rule} is a rule of it that stands apart`);
    const unset = ["ingress", "egress"].filter((direction) => group.get(direction) === undefined);
    return unset.length === 0
      ? passed(group.address)
      : failed(group.address, `${unset.join(" and ")} isn't set, so a rule added by hand shows in no plan`);
  });
};
