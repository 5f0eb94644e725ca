import { services } from "../../../plan/facts/services";
import type { MaybeValue } from "../../../plan/value";
import { namesOneOf } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { groupIdsOf } from "../../vocabulary/compute";
import { interfaceEndpoints } from "../../vocabulary/interface-endpoints";
import { applicationLoadBalancers } from "../../vocabulary/load-balancers";

/** What gets the VPC's default group where it names none. */
export const securityGroupsNamed: Check = (plan) => {
  const holders: readonly (readonly [address: string, groups: MaybeValue])[] = [
    ...applicationLoadBalancers(plan).map((balancer) => [balancer.address, balancer.get("security_groups")] as const),
    ...plan.resources("aws_launch_template").map((template) => [template.address, groupIdsOf(template)] as const),
    ...services(plan)
      .filter(({ service }) => service.blocks("network_configuration").length > 0)
      .map(({ service }) => [service.address, service.get("network_configuration.security_groups")] as const),
    ...interfaceEndpoints(plan).map(({ endpoint }) => [endpoint.address, endpoint.get("security_group_ids")] as const),
  ];
  return holders.map(([address, groups]) =>
    judgeValue(address, "its list of security groups", groups, namesOneOf(plan, "aws_security_group")),
  );
};
