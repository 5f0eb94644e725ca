import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { instanceRoles } from "../../vocabulary/agent-policies";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";

const CALLS = [
  "ssm:UpdateInstanceInformation",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];

export const sessionManagerWorks: Check = (plan) => {
  const roles = new Set(ecsGroups(plan).flatMap((group) => instanceRoles(plan, group)));
  return [...roles].map((role) => {
    const denied = CALLS.filter((action) => !allows(plan, role, action));
    return denied.length > 0 && hasUnknownGrants(plan, role)
      ? undecided(role.address, "what it may do isn't in the plan")
      : judge(role.address, denied.length === 0, `it may not call ${denied.join(", ")}`);
  });
};
