import { allOf, judge } from "../../judge";
import type { Check } from "../../rule";
import { ingressByGroup } from "../../vocabulary/compute";
import { describePorts, judgeNoRanges, portsOf } from "../../vocabulary/group-rules";
import { interfaceEndpoints } from "../../vocabulary/interface-endpoints";

const HTTPS = 443;

export const endpointGroupsClosed: Check = (plan) => {
  const groups = new Set(interfaceEndpoints(plan).flatMap(({ securityGroups }) => securityGroups));
  const ingress = ingressByGroup(plan);
  return [...groups].map((group) => {
    const { address } = group;
    const others = ingress(group).filter((rule) => portsOf(rule)?.some((port) => port !== HTTPS));
    return allOf(address, [
      judgeNoRanges(address, ingress(group)),
      judge(address, others.length === 0, `it opens ${others.map(describePorts).join(", ")}; wanted: tcp 443`),
    ]);
  });
};
