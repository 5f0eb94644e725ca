import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { instanceRoles } from "../../vocabulary/agent-policies";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";

/** Without any of these an instance doesn't join, or ECS doesn't hear what its tasks do. */
const CALLS = [
  "ecs:DiscoverPollEndpoint",
  "ecs:Poll",
  "ecs:RegisterContainerInstance",
  "ecs:StartTelemetrySession",
  "ecs:SubmitContainerStateChange",
  "ecs:SubmitTaskStateChange",
  "ecs:UpdateContainerInstancesState",
];

/** Nor does a task with a network interface of its own ever start. */
const ATTACHMENTS = "ecs:SubmitAttachmentStateChanges";

export const agentMayJoin: Check = (plan) => {
  const roles = new Set(ecsGroups(plan).flatMap((group) => instanceRoles(plan, group)));
  const hasInterfaces = plan.resources("aws_ecs_task_definition").some((task) => task.get("network_mode") === "awsvpc");
  const calls = hasInterfaces ? [...CALLS, ATTACHMENTS] : CALLS;
  return [...roles].map((role) => {
    const denied = calls.filter((action) => !allows(plan, role, action));
    return denied.length > 0 && hasUnknownGrants(plan, role)
      ? undecided(role.address, "what it may do isn't in the plan")
      : judge(role.address, denied.length === 0, `it may not call ${denied.join(", ")}`);
  });
};
