import { instanceType } from "../../catalogue/instance-types";
import type { CapacityGroup } from "../../plan/facts/capacity";
import type { Plan, Resource } from "../../plan/plan";
import { entry, type MaybeValue, Unknown } from "../../plan/value";
import { agentSetting } from "./agent-settings";
import { definitionsOf } from "./containers";

/** What ECS reserves for a task, or has to give on an instance. */
export interface Size {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
}

/**
 * What a task reserves: as the task says, else as its containers do together.
 * @returns `undefined`: it is known only at apply
 */
export function taskSize(plan: Plan, taskDefinition: Resource): Size | undefined {
  const definitions = definitionsOf(plan, taskDefinition);
  const own = (path: string) => number(taskDefinition.get(path));
  const sum = (path: (definition: (typeof definitions)[number]) => MaybeValue) =>
    definitions.reduce((total, definition) => total + (number(path(definition)) ?? 0), 0);
  const cpuUnits = own("cpu") ?? sum((definition) => entry(definition, "cpu"));
  const memoryMiB =
    own("memory") ?? sum((definition) => entry(definition, "memoryReservation") ?? entry(definition, "memory"));
  const isOpen = definitions.length === 0 || Number.isNaN(cpuUnits) || Number.isNaN(memoryMiB);
  return isOpen ? undefined : { cpuUnits, memoryMiB };
}

/**
 * What the smallest instance type of a group has at most, less what its agent keeps back: the system takes some more.
 * @returns `undefined`: a type isn't known, or isn't in the catalogue
 */
export function smallestInstance({ instanceTypes, launchTemplate }: CapacityGroup): Size | undefined {
  const types = instanceTypes.map((name) => (name instanceof Unknown ? undefined : instanceType(name)));
  const known = types.filter((type) => type !== undefined);
  if (known.length === 0 || known.length < types.length) return undefined;
  const reserved = launchTemplate && number(agentSetting(launchTemplate, "ECS_RESERVED_MEMORY"));
  return {
    cpuUnits: Math.min(...known.map(({ vcpus }) => vcpus)) * 1024,
    memoryMiB: Math.min(...known.map(({ memoryMiB }) => memoryMiB)) - (reserved || 0),
  };
}

/** `NaN`: known only at apply. Task definitions take CPU and memory as texts, "1 vCPU" and "2 GB" too. */
function number(value: MaybeValue): number | undefined {
  if (value === undefined || value === null) return undefined;
  const [, amount, unit = ""] =
    /^\s*([\d.]+)\s*(vcpu|gb)?\s*$/i.exec(value instanceof Unknown ? "" : String(value)) ?? [];
  return amount === undefined ? Number.NaN : Number(amount) * (unit === "" ? 1 : 1024);
}
