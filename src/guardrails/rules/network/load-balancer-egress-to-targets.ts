import { Netmask } from "netmask";
import { Unknown } from "../../../plan/value";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { computePlaces, egressByGroup } from "../../vocabulary/compute";
import { isOpenRule, rangesOf } from "../../vocabulary/group-rules";
import { applicationLoadBalancers } from "../../vocabulary/load-balancers";

/** Where the plan holds the subnets of what runs. */
export const loadBalancerEgressToTargets: Check = (plan) => {
  const ranges = computePlaces(plan).flatMap(({ subnets }) => subnets.map(({ subnet }) => subnet.get("cidr_block")));
  if (ranges.length === 0) return [];
  const egress = egressByGroup(plan);
  const targets = ranges.filter((range) => typeof range === "string").map((range) => new Netmask(range));
  const groups = new Set(
    applicationLoadBalancers(plan).flatMap((balancer) =>
      plan.referenced(balancer.get("security_groups"), "aws_security_group"),
    ),
  );
  return [...groups].map((group) => {
    const rules = egress(group);
    const wide = [...new Set(rules.flatMap(rangesOf))].filter(
      (range) => !targets.some((target) => target.contains(range)),
    );
    const judgement = judge(
      group.address,
      wide.length === 0,
      `it lets out to ${wide.join(", ")}, where no targets are`,
    );
    return openIf(rules.some(isOpenRule) || ranges.some((range) => range instanceof Unknown), judgement);
  });
};
