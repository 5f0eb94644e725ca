import type { JsonObject } from "../../../states-language/json";
import type { RunningService } from "../platform";
import type { Task } from "../task";

/** The first port that Amazon Linux 2023 gives by itself. */
const FIRST_PORT = 32_768;

/** As a load balancer knows a task: its instance and a port of that, or an address of its own. */
export function targetOf(
  { targets, scheduler, index }: RunningService,
  task: Task,
): JsonObject & { readonly Id: string } {
  const { number } = task;
  const zone = task.instance?.zone ?? null;
  if (task.size.interfaces > 0) {
    const Id = `10.${index}.${(number >> 8) % 256}.${number % 256}`;
    return { Id, Port: targets?.facts.port ?? 0, AvailabilityZone: zone };
  }
  // A port that is fixed is the same on each instance.
  const [fixed] = scheduler.facts.task.hostPorts;
  return { Id: task.instance?.id ?? "", Port: fixed ?? FIRST_PORT + number, AvailabilityZone: zone };
}
