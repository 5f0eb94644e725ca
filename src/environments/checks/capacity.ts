import { type InstanceType, instanceType, instanceTypeNames } from "../../catalogue/instance-types";
import type { Environment } from "../schema";
import { describe } from "./describe";
import type { Draft, Finding } from "./finding";
import { exceeds, given, repeated } from "./lists";
import { didYouMean } from "./nearest";
import { instancesNeeded, type Load, type Room, tasksThatFit } from "./packing";

type Capacity = NonNullable<Draft<Environment>["capacity"]>;

/** The instances are alike, their numbers in order, and the services fit on them. */
export function* capacityFindings({ capacity, services }: Draft<Environment>): Generator<Finding> {
  if (capacity === undefined) return;
  yield* numberFindings(capacity);
  yield* typeFindings(capacity);
  yield* generationFindings(capacity);
  const smallest = smallestInstance(capacity);
  if (smallest !== undefined) yield* fitFindings(smallest, capacity, services);
}

function* numberFindings({ minInstances, maxInstances, onDemandBase }: Capacity): Generator<Finding> {
  const allowed = `at most capacity.maxInstances, ${maxInstances}`;
  if (exceeds(minInstances, maxInstances)) {
    yield { path: "capacity.minInstances", got: describe(minInstances), allowed };
  }
  if (exceeds(onDemandBase, maxInstances)) {
    yield { path: "capacity.onDemandBase", got: describe(onDemandBase), allowed };
  }
}

function* typeFindings({ instanceTypes }: Capacity): Generator<Finding> {
  const [model] = knownTypes(instanceTypes);
  for (const [index, name] of given(instanceTypes)) {
    const type = instanceType(name);
    const path = `capacity.instanceTypes[${index}]`;
    if (type === undefined) {
      const known = "Known are the sizes up to 16xlarge of the t, m, c and r families (src/environments/catalogue/)";
      yield { path, got: describe(name), allowed: `${didYouMean(name, instanceTypeNames())}${known}` };
    } else if (model !== undefined && size(type) !== size(model)) {
      yield { path, got: `${name} (${size(type)})`, allowed: `types like ${model.name}: ${size(model)}` };
    }
  }
  for (const { index, value, first } of repeated(instanceTypes)) {
    const allowed = `each type once: it is instanceTypes[${first}] already`;
    yield { path: `capacity.instanceTypes[${index}]`, got: describe(value), allowed };
  }
}

function* generationFindings({ generations }: Capacity): Generator<Finding> {
  const [older, newer] = [...given(generations)].map(([, number]) => number);
  if (older === undefined || newer === undefined || older < newer) return;
  yield {
    path: "capacity.generations",
    got: `${older}, ${newer}`,
    allowed: "ascending numbers: services run on the last",
  };
}

function size({ vcpus, memoryMiB, architecture }: InstanceType): string {
  return `${vcpus} vCPUs, ${memoryMiB / 1024} GiB, ${architecture}`;
}

function knownTypes(names: Capacity["instanceTypes"]): readonly InstanceType[] {
  return [...given(names)].flatMap(([, name]) => instanceType(name) ?? []);
}

/** What tasks can take of an instance, whichever of the types it is. */
function smallestInstance({ instanceTypes, reservedMemoryMiB }: Capacity): Room | undefined {
  const types = knownTypes(instanceTypes);
  if (types.length === 0 || reservedMemoryMiB === undefined) return undefined;
  return {
    cpuUnits: Math.min(...types.map(({ vcpus }) => vcpus)) * 1024,
    memoryMiB: Math.min(...types.map(({ registeredMemoryMiB }) => registeredMemoryMiB)) - reservedMemoryMiB,
    // One is the instance's own.
    networkInterfaces: Math.min(...types.map(({ networkInterfaces }) => networkInterfaces)) - 1,
  };
}

function* fitFindings(
  smallest: Room,
  capacity: Capacity,
  services: Draft<Environment>["services"],
): Generator<Finding> {
  if (smallest.memoryMiB <= 0) {
    const allowed = `less than the smallest instance has, ${smallest.memoryMiB + (capacity.reservedMemoryMiB ?? 0)} MiB`;
    yield { path: "capacity.reservedMemoryMiB", got: describe(capacity.reservedMemoryMiB), allowed };
    return;
  }
  const loads: Load[] = [];
  for (const [index, { cpuUnits, memoryMiB, networkMode, desiredTasks }] of given(services)) {
    for (const [field, amount] of Object.entries({ cpuUnits, memoryMiB })) {
      const room = field === "cpuUnits" ? smallest.cpuUnits : smallest.memoryMiB;
      if (exceeds(amount, room)) {
        const allowed = `at most ${room}, what the smallest instance type has for tasks; or larger instance types`;
        yield { path: `services[${index}].${field}`, got: describe(amount), allowed };
      }
    }
    if (cpuUnits === undefined || memoryMiB === undefined || networkMode === undefined || desiredTasks === undefined) {
      continue;
    }
    const task = { cpuUnits, memoryMiB, networkInterfaces: networkMode === "awsvpc" ? 1 : 0 };
    if (tasksThatFit(task, smallest) > 0) loads.push({ task, count: 2 * desiredTasks });
  }
  const needed = instancesNeeded(loads, smallest);
  if (exceeds(needed, capacity.maxInstances)) {
    const room = `${smallest.cpuUnits} CPU units, ${smallest.memoryMiB} MiB and ${smallest.networkInterfaces} network interfaces`;
    const allowed = `at least ${needed}: twice the services' desired tasks (a deployment doubles them) need so many instances, each with ${room} for tasks`;
    yield { path: "capacity.maxInstances", got: describe(capacity.maxInstances), allowed };
  }
}
