import type { MaybeValue } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { rulesOf } from "../../vocabulary/load-balancers";

export const prioritiesApart: Check = (plan) => [
  ...plan.resources("aws_lb_listener").map((listener) =>
    judgePriorities(
      listener.address,
      rulesOf(plan, listener).map((rule) => rule.get("priority")),
    ),
  ),
  ...plan.resources("aws_wafv2_web_acl").map((acl) =>
    judgePriorities(
      acl.address,
      acl.blocks("rule").map((rule) => rule.get("priority")),
    ),
  ),
];

function judgePriorities(address: string, priorities: readonly MaybeValue[]) {
  const known = priorities
    .filter((priority) => typeof priority === "number" || typeof priority === "string")
    .map(Number);
  const twice = known.filter((priority, index) => known.indexOf(priority) !== index);
  return judge(address, twice.length === 0, `several of its rules have the priority ${[...new Set(twice)].join(", ")}`);
}
