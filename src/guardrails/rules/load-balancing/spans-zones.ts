import type { Check } from "../../rule";
import { judgeZones } from "../../vocabulary/zones";

export const spansZones: Check = (plan) =>
  plan.resources("aws_lb").map((balancer) => {
    const mapped = balancer.blocks("subnet_mapping").flatMap((mapping) => mapping.get("subnet_id") ?? []);
    return judgeZones(plan, balancer.address, mapped.length > 0 ? mapped : balancer.get("subnets"));
  });
