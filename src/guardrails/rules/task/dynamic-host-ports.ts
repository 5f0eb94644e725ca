import { entry } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, recordsAt } from "../../vocabulary/containers";

export const dynamicHostPorts: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition }, what) => {
    if ((taskDefinition.get("network_mode") ?? "bridge") !== "bridge") return [];
    const fixed = recordsAt(definition, "portMappings")
      .map((mapping) => entry(mapping, "hostPort") ?? 0)
      .filter((port) => Number(port) > 0);
    return judge(taskDefinition.address, fixed.length === 0, `${what} has the fixed hostPort ${fixed.join(", ")}`);
  });
