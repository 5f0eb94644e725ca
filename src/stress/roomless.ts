import { instanceType } from "../catalogue/instance-types";
import type { Group } from "./facts/capacity";
import type { Service } from "./facts/services";
import { roomOf } from "./model/instance";
import { tasksOf } from "./model/managed-scaling";
import type { Platform, PlatformFacts } from "./model/platform";
import { START_SECONDS, type Variant } from "./scenario";

/** Ten tasks are wanted for every six that there is room for. */
const WANTED_OF_ROOM = 10 / 6;
/** Somebody mends it so long after it began. */
export const MEND_SECONDS = START_SECONDS + 1800;

/** Facts of a plan whose first service isn't scaled by its load: its number of tasks is set by hand. */
export const byHand =
  (change: (group: Group, service: Service) => Partial<Group>) =>
  (facts: PlatformFacts): PlatformFacts => {
    const [first] = facts.services;
    return {
      ...facts,
      services: facts.services.map((service) => (service === first ? { ...service, scaling: undefined } : service)),
      groups: facts.groups.map((group) => (first === undefined ? group : { ...group, ...change(group, first) })),
    };
  };

/** No larger than it is. */
const full = ({ min, desired }: Group): Partial<Group> => ({ max: Math.max(min, desired) });

/** As many tasks of the first service as the instances that are there hold. */
function room({ services, cluster }: Platform): number {
  const [first] = services;
  if (first === undefined) return 0;
  const free = [...cluster.instances]
    .filter(({ takesTasks }) => takesTasks)
    .reduce((sum, instance) => sum + tasksOf(first.scheduler.facts.task, instance.room), 0);
  return first.scheduler.desired + free;
}

const wantTooMany = (platform: Platform) =>
  platform.world.simulation.scheduleAt(START_SECONDS, () => {
    const desired = Math.ceil(room(platform) * WANTED_OF_ROOM);
    const scheduler = platform.services[0]?.scheduler;
    if (scheduler === undefined) return;
    platform.world.trace.add("desired-set", scheduler.facts.name, `${scheduler.desired} to ${desired}`);
    scheduler.setDesired(desired);
  });

const mend = (platform: Platform, action: (group: Platform["groups"][number]) => void) =>
  platform.world.simulation.scheduleAt(MEND_SECONDS, () => {
    platform.world.trace.add("mended", "by hand");
    for (const group of platform.groups) action(group);
  });

/** Room for all that is wanted, whatever the types. */
const raise = (group: Platform["groups"][number]) => group.setMax(10 * group.facts.max);

/** Every Spot instance is reclaimed as the tasks are wanted, and no pool gives another until it is mended. */
export function dryUp(platform: Platform): void {
  const limit = (instances: number | undefined) => {
    for (const { facts } of platform.groups) {
      for (const { name } of facts.types) for (const zone of facts.zones) platform.market.limit(name, zone, instances);
    }
  };
  wantTooMany(platform);
  platform.world.simulation.scheduleAt(START_SECONDS, () => {
    platform.world.trace.add("spot-dry", "every pool");
    limit(0);
    for (const group of platform.groups) {
      for (const instance of group.staying) if (instance.market === "spot") group.reclaim(instance);
    }
  });
  mend(platform, () => limit(undefined));
}

const LARGER_TYPE = instanceType("r5.4xlarge");

/** A type that holds what no other does, and the first ones are still launched first. */
const withLargerType = ({ types }: Group): Partial<Group> => ({
  types: LARGER_TYPE === undefined ? types : [...types, LARGER_TYPE],
  onDemandPercentageAboveBase: 100,
});

/** A revision of which only the larger type holds a task. */
function deployTooLarge({ groups, services, world }: Platform): void {
  const [group] = groups;
  const scheduler = services[0]?.scheduler;
  if (group === undefined || scheduler === undefined) return;
  const rooms = group.facts.types.slice(0, -1).map((type) => roomOf(type, group.facts.reservedMemoryMiB).memoryMiB);
  const size = { ...scheduler.facts.task, memoryMiB: Math.max(...rooms) + 1 };
  world.simulation.scheduleAt(START_SECONDS, () => scheduler.deploy({ size }));
  world.simulation.scheduleAt(MEND_SECONDS, () => scheduler.deploy({}));
}

/** A deployment of the first service, on instances that are full of it. */
function deployWithoutRoom(platform: Platform): void {
  const { simulation } = platform.world;
  const scheduler = platform.services[0]?.scheduler;
  simulation.scheduleAt(START_SECONDS - 600, () => scheduler?.setDesired(room(platform)));
  simulation.scheduleAt(START_SECONDS, () => scheduler?.deploy({}));
  mend(platform, raise);
}

/** The ways in which there is no room, and what mends each. */
export const roomlessVariants: readonly Variant[] = [
  {
    id: "at-maximum",
    title: "The group is at its maximum, which is raised after half an hour",
    prepare: byHand(full),
    disturb: (platform) => {
      wantTooMany(platform);
      mend(platform, raise);
    },
  },
  {
    id: "deployed-at-maximum",
    title: "The group is at its maximum and full, and a revision is deployed",
    prepare: byHand(full),
    disturb: deployWithoutRoom,
  },
  {
    id: "provider-off",
    title: "Managed scaling is off; after half an hour the group is made larger by hand",
    prepare: byHand(() => ({ managedScaling: undefined })),
    disturb: (platform) => {
      wantTooMany(platform);
      mend(platform, (group) => {
        raise(group);
        group.setDesired(2 * group.desired + 1, "by hand");
      });
    },
  },
  {
    id: "spot-dry-with-base",
    title: "Every Spot instance is reclaimed, and Spot stays dry for half an hour; there is an On-Demand base",
    prepare: byHand(({ onDemandBase, max }) => ({ onDemandBase: Math.max(1, onDemandBase), max: 10 * max })),
    disturb: dryUp,
  },
  {
    id: "spot-dry-without-base",
    title: "Every Spot instance is reclaimed, and Spot stays dry for half an hour; there is nothing but Spot",
    prepare: byHand(({ max }) => ({ onDemandBase: 0, onDemandPercentageAboveBase: 0, max: 10 * max })),
    disturb: dryUp,
  },
  {
    id: "task-too-large",
    title: "A revision asks for more memory than the group's smallest type has, and a larger type is among them",
    prepare: byHand(withLargerType),
    disturb: deployTooLarge,
  },
];
