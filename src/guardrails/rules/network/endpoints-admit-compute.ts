import { computeGroups, ingressOf } from "../../compute";
import { includes, namesRanges } from "../../group-rules";
import { interfaceEndpoints } from "../../interface-endpoints";
import { judge } from "../../judge";
import type { Check } from "../../rule";

const HTTPS = 443;

export const endpointsAdmitCompute: Check = (plan) =>
  interfaceEndpoints(plan)
    .filter(({ securityGroups }) => securityGroups.length > 0)
    .map(({ endpoint, securityGroups, vpc }) => {
      const rules = securityGroups.flatMap((group) => ingressOf(plan, group)).filter((rule) => includes(rule, HTTPS));
      const missing = computeGroups(plan)
        .filter((group) => plan.referenced(group.get("vpc_id"), "aws_vpc")[0] === vpc)
        .filter((group) => !rules.some((rule) => namesRanges(rule) || rule.sourceGroups.includes(group)));
      const found = `its groups don't let ${missing.map(({ address }) => address).join(", ")} in on 443`;
      return judge(endpoint.address, missing.length === 0, found);
    });
