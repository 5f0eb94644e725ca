import { ingressByGroup } from "../../compute";
import { judgeNoRanges } from "../../group-rules";
import { interfaceEndpoints } from "../../interface-endpoints";
import type { Check } from "../../rule";

export const endpointGroupsClosed: Check = (plan) => {
  const groups = new Set(interfaceEndpoints(plan).flatMap(({ securityGroups }) => securityGroups));
  const ingress = ingressByGroup(plan);
  return [...groups].map((group) => judgeNoRanges(group.address, ingress(group)));
};
