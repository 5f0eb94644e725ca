import { companions } from "../../../plan/facts/belonging";
import type { Plan, Resource } from "../../../plan/plan";
import { listOf } from "../../../plan/value";
import { judge, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { instanceRoles } from "../../vocabulary/agent-policies";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";

/** Registers an instance with Systems Manager, and opens sessions on it. */
const CALLS = [
  "ssm:UpdateInstanceInformation",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];
/** AWS's policies that allow these, and more than they should. */
const POLICIES = /\/(AmazonSSMManagedInstanceCore|AmazonSSMManagedEC2InstanceDefaultPolicy|AmazonEC2RoleforSSM)$/;

export const sessionManagerPermitted: Check = (plan) => {
  const roles = new Set(ecsGroups(plan).flatMap((group) => instanceRoles(plan, group)));
  return [...roles].map((role) => {
    if (attachedArns(plan, role).some((arn) => POLICIES.test(arn))) return passed(role.address);
    const denied = CALLS.filter((action) => !allows(plan, role, action));
    return denied.length > 0 && hasUnknownGrants(plan, role)
      ? undecided(role.address, "what it may do isn't in the plan")
      : judge(role.address, denied.length === 0, `it may not call ${denied.join(", ")}`);
  });
};

const attachedArns = (plan: Plan, role: Resource): readonly string[] =>
  [
    ...listOf(role.get("managed_policy_arns")),
    ...companions(plan, role, "aws_iam_role_policy_attachment", "role").map((holder) => holder.get("policy_arn")),
  ].map(String);
