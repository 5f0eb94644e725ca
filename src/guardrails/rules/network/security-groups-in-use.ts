import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { groupUsers, namedGroups } from "../../vocabulary/group-users";

export const securityGroupsInUse: Check = (plan) => {
  const users = groupUsers(plan);
  const named = namedGroups(plan);
  return plan
    .resources("aws_security_group")
    .map((group) => unlessOpen(plan, judge(group.address, users.has(group), "nothing is in it"), ...named));
};
