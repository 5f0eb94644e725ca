import type { Instance, Market } from "./instance";
import type { Placement } from "./placement";
import type { Staying } from "./staying";
import type { Task, TaskState } from "./task";

const ORDER: readonly TaskState[] = ["provisioning", "pending", "running"];

/**
 * What a service stops to be left with so many tasks: first what doesn't run yet, then of the zone that has most of it.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
 */
export function surplusTasks(tasks: readonly Task[], desired: number, placement: Placement): readonly Task[] {
  if (tasks.length <= desired) return [];
  const left = [...tasks].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const surplus: Task[] = [];
  const gone = new Map<string, number>();
  const inZone = ({ instance }: Task) =>
    instance === undefined ? 0 : placement.tasksIn(instance.zone) - (gone.get(instance.zone) ?? 0);
  while (left.length > desired) {
    const candidates = left.filter(({ state }) => state === left[0]?.state);
    const most = Math.max(...candidates.map(inZone));
    const next = candidates.find((task) => inZone(task) === most);
    if (next === undefined) break;
    left.splice(left.indexOf(next), 1);
    surplus.push(next);
    if (next.instance !== undefined) gone.set(next.instance.zone, (gone.get(next.instance.zone) ?? 0) + 1);
  }
  return surplus;
}

/**
 * The instance that a group ends first: of the market that there is too much of, then of the fullest zone.
 * @returns `undefined`: all are protected
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html
 */
export function surplusInstance(
  staying: Staying,
  surplus: Market,
  isProtected: (instance: Instance) => boolean,
): Instance | undefined {
  const isBefore = (a: Instance, b: Instance) =>
    a.market === b.market ? staying.inZone(a.zone) > staying.inZone(b.zone) : a.market === surplus;
  let first: Instance | undefined;
  for (const instance of staying) {
    if (isProtected(instance)) continue;
    if (first === undefined || isBefore(instance, first)) first = instance;
  }
  return first;
}
