import { entry, Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, recordsAt } from "../../vocabulary/containers";

export const hostPortOfOwnAddress: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition }, what) => {
    if (taskDefinition.get("network_mode") !== "awsvpc") return [];
    const other = recordsAt(definition, "portMappings")
      .map((mapping) => [entry(mapping, "containerPort"), entry(mapping, "hostPort")] as const)
      .filter(
        ([own, host]) =>
          host !== undefined && host !== null && !(host instanceof Unknown) && String(host) !== String(own),
      );
    return judge(
      taskDefinition.address,
      other.length === 0,
      `${what} has hostPort ${other.map(([, host]) => host).join(", ")}`,
    );
  });
