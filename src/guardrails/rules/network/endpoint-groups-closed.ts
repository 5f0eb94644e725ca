import { ingressByGroup } from "../../compute";
import { describePorts, namesRanges } from "../../group-rules";
import { interfaceEndpoints } from "../../interface-endpoints";
import { judge } from "../../judge";
import type { Check } from "../../rule";

export const endpointGroupsClosed: Check = (plan) => {
  const groups = new Set(interfaceEndpoints(plan).flatMap(({ securityGroups }) => securityGroups));
  const ingress = ingressByGroup(plan);
  return [...groups].map((group) => {
    const open = ingress(group).filter(namesRanges);
    return judge(group.address, open.length === 0, `it lets ranges in: ${open.map(describePorts).join(", ")}`);
  });
};
