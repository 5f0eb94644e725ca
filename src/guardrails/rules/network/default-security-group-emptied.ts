import { securityGroupRules } from "../../../plan/facts/security-groups";
import { judge, judgeCompanion, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

export const defaultSecurityGroupEmptied: Check = (plan) =>
  plan.resources("aws_vpc").map((vpc) =>
    judgeCompanion(plan, vpc, "aws_default_security_group", "vpc_id", (group) => {
      const rules = securityGroupRules(plan).filter((rule) => rule.group === group);
      const judgement = judge(group.address, rules.length === 0, `it has ${rules.length} rules; wanted: none`);
      return unlessOpen(plan, judgement, group.get("ingress"), group.get("egress"));
    }),
  );
