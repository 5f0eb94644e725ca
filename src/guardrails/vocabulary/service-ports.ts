import { containers } from "../../plan/facts/containers";
import type { ServiceFact } from "../../plan/facts/services";
import type { Plan, Resource } from "../../plan/plan";
import { isRecord, listOf, Unknown } from "../../plan/value";

/** The first and the last host port that both Amazon Linux 2023 and Docker give out. */
const DYNAMIC_PORTS = [49153, 60999];

/** What a load balancer must reach of each service: its containers' own ports, or those of the instance. */
export function portsOfServices(plan: Plan): (fact: ServiceFact) => readonly number[] {
  const fixed = fixedHostPorts(plan);
  return ({ service, taskDefinition }) => {
    if (service.blocks("network_configuration").length > 0) {
      return service.blocks("load_balancer").map((block) => Number(block.get("container_port")));
    }
    return (taskDefinition && fixed.get(taskDefinition)) ?? DYNAMIC_PORTS;
  };
}

/** Host ports that containers ask for, by task definition; the others are given dynamic ones. */
function fixedHostPorts(plan: Plan): ReadonlyMap<Resource, readonly number[]> {
  const found = new Map<Resource, readonly number[]>();
  for (const { taskDefinition, definition } of containers(plan)) {
    if (definition instanceof Unknown) continue;
    const ports = listOf(definition.portMappings)
      .flatMap((mapping) => (isRecord(mapping) ? Number(mapping.hostPort ?? 0) : []))
      .filter((port) => port > 0);
    if (ports.length > 0) found.set(taskDefinition, [...(found.get(taskDefinition) ?? []), ...ports]);
  }
  return found;
}
