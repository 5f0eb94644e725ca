import { companions } from "../../../plan/facts/belonging";
import { capacityGroups } from "../../../plan/facts/capacity";
import type { Plan, Resource } from "../../../plan/plan";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { dependenciesOf } from "../../vocabulary/dependencies";
import { applicationLoadBalancers } from "../../vocabulary/load-balancers";

const ASSOCIATION = "aws_route_table_association";

/** About subnets whose routes the same plan makes. */
export const routesComeFirst: Check = (plan) => [
  ...applicationLoadBalancers(plan).flatMap((balancer) => judgePlace(plan, balancer, "subnets")),
  ...capacityGroups(plan).flatMap(({ group }) => judgePlace(plan, group, "vpc_zone_identifier")),
];

function judgePlace(plan: Plan, resource: Resource, path: string) {
  const needed = plan
    .referenced(resource.get(path), "aws_subnet")
    .flatMap((subnet) => companions(plan, subnet, ASSOCIATION, "subnet_id"));
  if (needed.length === 0) return [];
  const found = dependenciesOf(plan, resource);
  const missing = needed.filter(({ address }) => !found.has(address)).map(({ address }) => address);
  return [judge(resource.address, missing.length === 0, `it doesn't depend on ${missing.join(", ")}`)];
}
