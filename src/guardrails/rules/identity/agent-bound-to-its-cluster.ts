import type { Check } from "../../rule";
import { judgePermissions } from "../../vocabulary/permissions";
import { conditionsOn, isAbout, isNarrow } from "../../vocabulary/statements";

/** What an agent does as a container instance: the instance's ARN is known only later, its cluster's now. */
const CALLS = ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"];
const CLUSTER = /^ecs:cluster$/i;

export const agentBoundToItsCluster: Check = (plan) =>
  judgePermissions(plan, (statement) =>
    conditionsOn(statement, CLUSTER).some(isNarrow)
      ? []
      : CALLS.filter((action) => isAbout(statement, action)).map((action) => `${action} whatever the ecs:cluster`),
  );
