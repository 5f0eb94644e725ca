import { securityGroupRules } from "../../../plan/facts/security-groups";
import { failed, passed } from "../../judge";
import type { Check } from "../../rule";

export const inlineRules: Check = (plan) =>
  plan.resources("aws_security_group").map((group) => {
    const apart = securityGroupRules(plan).find((rule) => rule.group === group && rule.address !== group.address);
    if (apart !== undefined) return failed(group.address, `${apart.address} is a rule of it that stands apart`);
    const unset = ["ingress", "egress"].filter((direction) => group.get(direction) === undefined);
    return unset.length === 0
      ? passed(group.address)
      : failed(group.address, `${unset.join(" and ")} isn't set, so a rule added by hand shows in no plan`);
  });
