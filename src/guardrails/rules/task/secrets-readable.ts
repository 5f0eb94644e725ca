import { comesFromOutside } from "../../../plan/outside";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers } from "../../vocabulary/containers";
import { hasUnknownGrants } from "../../vocabulary/grants";
import { executionRoleOf, grantsRead, secretNamesOf, sourcesOf } from "../../vocabulary/task-secrets";

export const secretsReadable: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition }, what) => {
    const sources = sourcesOf(definition);
    const role = executionRoleOf(plan, taskDefinition);
    if (sources.length === 0 || role === undefined) return [];
    const { address } = taskDefinition;
    const denied = sources.filter((source) => !grantsRead(plan, role, source));
    if (denied.length > 0 && hasUnknownGrants(plan, role))
      return undecided(address, `what ${role.address} may do is known only at apply`);
    if (denied.some((source) => comesFromOutside(plan, source)))
      return undecided(address, `which secrets ${what} has is known only at apply`);
    return judge(address, denied.length === 0, `${role.address} may not read ${secretNamesOf(denied)} of ${what}`);
  });
