import { services } from "../../../plan/facts/services";
import type { Resource } from "../../../plan/plan";
import { equals } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";

export const targetTypeFitsNetworkMode: Check = (plan) =>
  services(plan).flatMap(({ service, taskDefinition, targetGroups }) => {
    const wanted = taskDefinition && targetTypeOf(taskDefinition);
    if (wanted === undefined || targetGroups.length === 0) return [];
    const judgements = targetGroups.map((group) =>
      judgeValue(
        service.address,
        `target_type of ${group.address}`,
        group.get("target_type") ?? "instance",
        equals(wanted),
      ),
    );
    return [allOf(service.address, judgements)];
  });

/** Tasks with a network interface of their own are reached by its address, others by their instance's port. */
function targetTypeOf(taskDefinition: Resource): string | undefined {
  const mode = taskDefinition.get("network_mode") ?? "bridge";
  if (mode === "awsvpc") return "ip";
  return mode === "bridge" || mode === "host" ? "instance" : undefined;
}
