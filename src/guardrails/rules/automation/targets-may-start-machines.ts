import { judge, openIf, undecided } from "../../judge";
import type { Check } from "../../rule";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";
import { machineTargets } from "../../vocabulary/spot-fallbacks";

export const targetsMayStartMachines: Check = (plan) =>
  machineTargets(plan).map(({ target, machine }) => {
    const named = target.get("role_arn");
    const [role] = plan.referenced(named, "aws_iam_role");
    if (role === undefined) {
      return named === undefined
        ? judge(target.address, false, "without a role_arn, EventBridge may start no state machine")
        : undecided(target.address, "its role isn't in the plan");
    }
    const may = allows(plan, role, "states:StartExecution", (resource) =>
      plan.referenced(resource, "aws_sfn_state_machine").includes(machine),
    );
    return openIf(
      hasUnknownGrants(plan, role),
      judge(target.address, may, `${role.address} may not start ${machine.address}`),
      "; what else it may isn't in the plan",
    );
  });
