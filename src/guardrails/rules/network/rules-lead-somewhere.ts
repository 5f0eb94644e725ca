import { judge } from "../../judge";
import type { Check } from "../../rule";
import { describePorts, isOpenRule, judgeGroupRules, leadsSomewhere } from "../../vocabulary/group-rules";

export const rulesLeadSomewhere: Check = (plan) =>
  (["ingress", "egress"] as const).flatMap((direction) =>
    judgeGroupRules(plan, direction, (rule) =>
      judge(
        rule.address,
        leadsSomewhere(rule) || isOpenRule(rule),
        `${direction} on ${describePorts(rule)} names no range, list or group`,
      ),
    ),
  );
