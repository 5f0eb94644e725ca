import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { computeGroups, egressByGroup } from "../../vocabulary/compute";
import { includes, isOpenRule, leadsSomewhere } from "../../vocabulary/group-rules";

const HTTPS = 443;

export const computeReachesAws: Check = (plan) => {
  const egress = egressByGroup(plan);
  return computeGroups(plan)
    .filter((group) => group.type === "aws_security_group")
    .map((group) => {
      const rules = egress(group);
      const isOpen = rules.some((rule) => leadsSomewhere(rule) && includes(rule, HTTPS));
      return openIf(rules.some(isOpenRule), judge(group.address, isOpen, "it lets nothing out on 443"));
    });
};
