import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { groupUsers, hasForeignUsers } from "../../vocabulary/group-users";

export const securityGroupsInUse: Check = (plan) => {
  const users = groupUsers(plan);
  return plan
    .resources("aws_security_group")
    .map((group) => openIf(hasForeignUsers(plan), judge(group.address, users.has(group), "nothing is in it")));
};
