import { services } from "../../../plan/facts/services";
import { isSet, namesOneOf } from "../../expectation";
import { allOf, judge, judgeValue } from "../../judge";
import type { Check } from "../../rule";

export const ownTargetGroup: Check = (plan) => {
  const all = services(plan);
  return all.flatMap(({ service, targetGroups }) => {
    const { address } = service;
    const blocks = service.blocks("load_balancer").filter((block) => !isSet.holds(block.get("elb_name")));
    if (blocks.length === 0) return [];
    const others = all.filter(
      (other) => other.service !== service && other.targetGroups.some((group) => targetGroups.includes(group)),
    );
    const sharing = others.map((other) => other.service.address).join(", ");
    return [
      allOf(address, [
        ...blocks.map((block) =>
          judgeValue(
            address,
            "target_group_arn",
            block.get("target_group_arn"),
            namesOneOf(plan, "aws_lb_target_group"),
          ),
        ),
        judge(address, others.length === 0, `its target group is also that of ${sharing}`),
      ]),
    ];
  });
};
