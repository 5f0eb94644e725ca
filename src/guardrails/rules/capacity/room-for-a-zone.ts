import type { CapacityGroup } from "../../../plan/facts/capacity";
import type { ServiceFact } from "../../../plan/facts/services";
import type { Plan } from "../../../plan/plan";
import { listOf, type MaybeValue, Unknown } from "../../../plan/value";
import { judge, openIf, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { instanceServices } from "../../vocabulary/services";
import { type Size, smallestInstance, taskSize } from "../../vocabulary/task-sizes";
import { subnetsOf, zonesOf } from "../../vocabulary/zones";

/**
 * The other zones' share of a group at its largest must hold the tasks that its services want at least. Tasks are added up
 * as if they could be cut: what doesn't fit so doesn't fit at all.
 */
export const roomForAZone: Check = (plan) =>
  ecsGroups(plan).flatMap((group) => {
    const own = servicesOn(plan, [group]);
    return own.length === 0 ? [] : judgeGroup(plan, group, own);
  });

function judgeGroup(plan: Plan, { group: { address }, capacityProviders }: CapacityGroup, own: readonly ServiceFact[]) {
  // What those services run on besides.
  const providers = [...capacityProviders, ...own.flatMap((fact) => fact.capacityProviders)];
  const groups = ecsGroups(plan).filter((group) => group.capacityProviders.some((one) => providers.includes(one)));
  const rooms = groups.map((group) => roomWithoutAZone(plan, group));
  const needs = servicesOn(plan, groups).map((fact) => need(plan, fact));
  if (rooms.includes("single") || rooms.length === 0) return [];
  const known = rooms.filter((room) => room !== "single" && room !== undefined);
  const wanted = needs.filter((one) => one !== undefined);
  if (known.length < rooms.length || wanted.length < needs.length) {
    return [undecided(address, "how much room there is, or is needed, isn't known before apply")];
  }
  const isOpen = groups.some((group) => !areZonesKnown(plan, group));
  return [openIf(isOpen, judgeRoom(address, sum(known), sum(wanted)), ", if its subnets are in two zones")];
}

function judgeRoom(address: string, room: Size, wanted: Size): Judgement {
  return judge(
    address,
    wanted.cpuUnits <= room.cpuUnits && wanted.memoryMiB <= room.memoryMiB,
    `without one zone, max_size leaves ${room.cpuUnits} CPU units and ${room.memoryMiB} MiB; its services want ${wanted.cpuUnits} and ${wanted.memoryMiB}`,
  );
}

/** `"single"`: it has no other zone, which `capacity/spans-zones` says; `undefined`: not known. */
function roomWithoutAZone(plan: Plan, group: CapacityGroup): Size | "single" | undefined {
  const most = numberOf(group.group.get("max_size"));
  const instance = smallestInstance(group);
  // Of subnets that aren't in the plan, two zones are the least that they can be in and be in several.
  const zones = areZonesKnown(plan, group) ? zonesOf(ownSubnets(plan, group)).size : 2;
  if (zones < 2) return "single";
  if (most === undefined || instance === undefined) return undefined;
  // Instances are spread evenly; the zone that is lost may be one of those with one more.
  const left = most - Math.ceil(most / zones);
  return { cpuUnits: left * instance.cpuUnits, memoryMiB: left * instance.memoryMiB };
}

function areZonesKnown(plan: Plan, group: CapacityGroup): boolean {
  const own = ownSubnets(plan, group);
  const isWhole = own.length === listOf(group.group.get("vpc_zone_identifier")).length;
  return isWhole && own.every(({ availabilityZone }) => typeof availabilityZone === "string");
}

const ownSubnets = (plan: Plan, { group }: CapacityGroup) => subnetsOf(plan, group.get("vpc_zone_identifier"));

/** All tasks that a service wants at least, as one; a schedule or metric may want more. */
function need(plan: Plan, { service, taskDefinition, scalingTargets }: ServiceFact): Size | undefined {
  const counts = [
    service.get("desired_count") ?? (scalingTargets.length === 0 ? 1 : 0),
    ...scalingTargets.map((target) => target.get("min_capacity")),
  ].map(numberOf);
  const known = counts.filter((count) => count !== undefined);
  const task = taskDefinition && taskSize(plan, taskDefinition);
  if (task === undefined || known.length < counts.length) return undefined;
  const count = Math.max(...known);
  return { cpuUnits: count * task.cpuUnits, memoryMiB: count * task.memoryMiB };
}

function servicesOn(plan: Plan, groups: readonly CapacityGroup[]): readonly ServiceFact[] {
  const providers = groups.flatMap(({ capacityProviders }) => capacityProviders);
  return instanceServices(plan).filter((fact) => fact.capacityProviders.some((one) => providers.includes(one)));
}

const numberOf = (value: MaybeValue): number | undefined =>
  value instanceof Unknown || value === undefined ? undefined : Number(value);

const sum = (sizes: readonly Size[]): Size => ({
  cpuUnits: sizes.reduce((total, { cpuUnits }) => total + cpuUnits, 0),
  memoryMiB: sizes.reduce((total, { memoryMiB }) => total + memoryMiB, 0),
});
