import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { computeGroups, ingressByGroup } from "../../vocabulary/compute";
import { includes, namesRanges, sourcesOf } from "../../vocabulary/group-rules";
import { interfaceEndpoints } from "../../vocabulary/interface-endpoints";

const HTTPS = 443;

export const endpointsAdmitCompute: Check = (plan) => {
  const ingress = ingressByGroup(plan);
  const compute = computeGroups(plan).map((group) => ({
    group,
    vpc: plan.referenced(group.get("vpc_id"), "aws_vpc")[0],
  }));
  return interfaceEndpoints(plan)
    .filter(({ securityGroups }) => securityGroups.length > 0)
    .map(({ endpoint, securityGroups, vpc }) => {
      const rules = securityGroups.flatMap(ingress).filter((rule) => includes(rule, HTTPS));
      const admitted = new Set(rules.flatMap(({ sourceGroups }) => sourceGroups));
      const missing = rules.some(namesRanges)
        ? []
        : compute.filter(({ group, vpc: own }) => own === vpc && !admitted.has(group));
      const found = `its groups don't let ${missing.map(({ group }) => group.address).join(", ")} in on 443`;
      const judgement = judge(endpoint.address, missing.length === 0, found);
      return unlessOpen(
        plan,
        judgement,
        endpoint.get("security_group_ids"),
        ...sourcesOf(securityGroups.flatMap(ingress)),
      );
    });
};
