import { Unknown } from "../../../plan/value";
import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { isPrivate } from "../../vocabulary/addresses";
import { computeGroups, ingressByGroup } from "../../vocabulary/compute";
import { rangesOf } from "../../vocabulary/group-rules";

export const computeClosedToTheInternet: Check = (plan) => {
  const ingress = ingressByGroup(plan);
  return computeGroups(plan).map((group) => {
    const rules = ingress(group);
    const open = rules.flatMap(rangesOf).filter((cidr) => !isPrivate(cidr));
    if (open.length > 0) return failed(group.address, `it lets in ${[...new Set(open)].join(", ")}`);
    return rules.some(
      ({ cidrs, prefixLists }) => prefixLists.length > 0 || cidrs.some((cidr) => cidr instanceof Unknown),
    )
      ? undecided(group.address, "it lets in ranges that aren't in the plan")
      : passed(group.address);
  });
};
