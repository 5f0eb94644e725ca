import type { Group, ManagedScaling } from "../../../src/stress/facts/capacity";
import type { TaskSize } from "../../../src/stress/facts/services";
import { type Example, Model, rangeOf, THIRD, types, WHOLE } from "./model";

const WORKSHOP = "awslabs/ec2-spot-workshops, ecs-spot-capacity-providers";
const GUIDE = "ECS developer guide, cluster-auto-scaling";
const TALK = "notes of a talk on cluster auto scaling; observed";

const SCALING: ManagedScaling = { targetCapacity: 100, minimumStep: 1, maximumStep: 10_000, warmupSeconds: 300 };
const scaling = (change: Partial<ManagedScaling>): Partial<Group> => ({ managedScaling: { ...SCALING, ...change } });

/** A cluster at rest, of so many tasks on so many instances, of which then so many are wanted. */
function wanted(
  ...[tasks, instances, then, size = THIRD, group = {}, seed = 1]: [
    number,
    number,
    number,
    TaskSize?,
    Partial<Group>?,
    number?,
  ]
): Model {
  const model = new Model({ group: { desired: instances, ...group }, service: { desired: tasks, task: size }, seed });
  return model.at(900, () => model.scheduler.setDesired(then));
}

/** The reservation at a second, by default right after the change, and the first step that follows. */
function firstStep(model: Model, second = 965): string {
  const { reservation } = model.run(second);
  return `${reservation} %, ${model.run(3600).sizes[0] ?? "no change"}`;
}

/** Minutes from the change to the first step. */
const minutes = (model: Model): number => ((model.run(3600).times("group-resized")[0] ?? 0) - 900) / 60;

const byProvider = (tasks: number, od: readonly [number, number], spot: readonly [number, number]): string => {
  const model = new Model({
    groups: ["od", "spot"].map((provider) => ({ provider, address: provider, desired: tasks })),
    service: {
      desired: tasks,
      strategy: [
        { provider: "od", base: od[0], weight: od[1] },
        { provider: "spot", base: spot[0], weight: spot[1] },
      ],
    },
  });
  const count = (wantedProvider: string) =>
    [...model.scheduler.tasks].filter(({ provider }) => provider === wantedProvider).length;
  return `${count("od")} + ${count("spot")}`;
};

export const managedScaling: readonly Example[] = [
  {
    example: "Nothing runs, nothing is wanted",
    published: "100 %, no change",
    source: WORKSHOP,
    simulated: () => firstStep(new Model({})),
  },
  {
    example: "The first task of an empty group",
    published: "200 %, 0 to 2",
    source: `${WORKSHOP}; ${GUIDE}`,
    simulated: () => firstStep(wanted(0, 0, 1)),
  },
  {
    example: "The first thirty tasks of an empty group",
    published: "200 %, 0 to 2",
    source: "aws/containers-roadmap#961, AWS staff: 200 % only from 0",
    simulated: () => firstStep(wanted(0, 0, 30)),
  },
  {
    example: "7 tasks, 3 an instance, on 3",
    published: "100 %, no change",
    source: TALK,
    simulated: () => firstStep(wanted(7, 3, 7)),
  },
  {
    example: "10 tasks, 3 an instance, on 3",
    published: "133 %, 3 to 4",
    source: TALK,
    simulated: () => firstStep(wanted(9, 3, 10)),
  },
  {
    example: "7 tasks become 4, packed on 2 of 3",
    published: "66 %, 3 to 2",
    source: TALK,
    simulated: () => firstStep(wanted(7, 3, 4)),
  },
  {
    example: "Minutes from then until the group is smaller",
    published: "15, and the alarm's delay",
    source: `${GUIDE}: 15 data points`,
    within: [15, 17],
    simulated: () => rangeOf((seed) => minutes(wanted(7, 3, 4, THIRD, {}, seed))),
  },
  {
    example: "Daemons only, on 2",
    published: "0 %, 0 left",
    source: "notes on daemons and empty instances; observed",
    simulated: () => {
      const model = new Model({ group: { desired: 2 }, daemons: [THIRD] }).run(965);
      return `${model.reservation} %, ${model.run(3600).group.instances.size} left`;
    },
  },
  {
    example: "One full instance, and a second task",
    published: "200 %, 1 to 2",
    source: WORKSHOP,
    simulated: () => firstStep(wanted(1, 1, 2, WHOLE)),
  },
  {
    example: "Two of a hundred instances are empty",
    published: "98 %, 100 to 98",
    source: `${GUIDE}: managed scale-in`,
    simulated: () => firstStep(wanted(98, 100, 98, WHOLE), 60),
  },
  {
    example: "3 of 4 in use",
    published: "75 %, 4 to 3",
    source: "notes of the author's blog on cluster auto scaling; observed",
    simulated: () => firstStep(wanted(3, 4, 3, WHOLE), 60),
  },
  {
    example: "Target 90: 83 % in use, then 80 %",
    published: "83 %, no change; 80 %, 10 to 9",
    source: "alarms of a target of 90: over 90, and under 81 for 15 min; observed",
    simulated: () =>
      [
        wanted(5, 6, 5, WHOLE, scaling({ targetCapacity: 90 })),
        wanted(8, 10, 8, WHOLE, scaling({ targetCapacity: 90 })),
      ]
        .map((model) => firstStep(model, 60))
        .join("; "),
  },
  {
    example: "Target 80: 4 instances in use have a fifth beside them",
    published: "5 instances",
    source: `${GUIDE}: N = M × 100 / target`,
    simulated: () =>
      `${wanted(4, 4, 4, WHOLE, scaling({ targetCapacity: 80 })).run(3600).group.instances.size} instances`,
  },
  {
    example: "Share of a group that one step of scale-in takes, more than one instance at a time",
    published: "at most 0.5",
    source: `${GUIDE}: less than 50 % each minute`,
    within: [0, 0.5],
    simulated: () => {
      const steps = new Model({ group: { desired: 64 } })
        .run(7200)
        .sizes.map((step) => step.split(" to ").map(Number))
        .map(([from = 0, to = 0]) => ({ from, taken: from - to }))
        .filter(({ taken }) => taken > 1);
      const shares = steps.map(({ from, taken }) => taken / from);
      return [Math.min(...shares), Math.max(...shares)];
    },
  },
  {
    example: "Seconds between two steps of scale-out",
    published: "300, the next minute and the alarm's delay",
    source: "API_ManagedScaling: instanceWarmupPeriod",
    within: [300, 480],
    simulated: () => {
      const model = wanted(1, 1, 2, WHOLE);
      model.at(970, () => model.scheduler.setDesired(4));
      const [first = 0, second = 0] = model.run(3600).times("group-resized");
      return [second - first, second - first];
    },
  },
  {
    example: "40 tasks wait, a step of 4 at most; one waits, a step of 3 at least",
    published: "300 %, 2 to 6; 400 %, 1 to 4",
    source: "API_ManagedScaling: step sizes",
    simulated: () =>
      [wanted(2, 2, 42, WHOLE, scaling({ maximumStep: 4 })), wanted(1, 1, 2, WHOLE, scaling({ minimumStep: 3 }))]
        .map((model) => firstStep(model))
        .join("; "),
  },
  {
    example: "The largest type counts in packing: 8 tasks wait that an m5.xlarge holds four of",
    published: "300 %, 1 to 3",
    source: `${GUIDE}: binpack by the largest type`,
    simulated: () =>
      firstStep(wanted(1, 1, 9, { ...THIRD, memoryMiB: 3850 }, { types: types("m5.large", "m5.xlarge"), max: 3 })),
  },
  {
    example: "A task that the smallest type doesn't hold",
    published: "100 %, no change, 1 waits",
    source: `${GUIDE}: its group is left out`,
    simulated: () => {
      const model = wanted(0, 0, 1, WHOLE, { types: types("t3.small", "m5.large") });
      return `${firstStep(model)}, ${model.platform.cluster.provisioning.length} waits`;
    },
  },
  {
    example: "10 tasks, 3 an instance, and a maximum of 3 instances",
    published: "133 %, no change, 1 waits",
    source: "ECS developer guide, asg-capacity-providers",
    simulated: () => {
      const model = wanted(9, 3, 10, THIRD, { max: 3 });
      return `${firstStep(model)}, ${model.platform.cluster.provisioning.length} waits`;
    },
  },
  {
    example: "600 tasks wait",
    published: "500 in PROVISIONING",
    source: "quota L-B7718569",
    simulated: () =>
      `${wanted(0, 0, 600, WHOLE, { max: 0 }).run(3600).platform.cluster.provisioning.length} in PROVISIONING`,
  },
  {
    example: "Empty instances that are protected from scale-in, and nobody takes the protection off",
    published: "desired 0, 2 instances",
    source: "EC2 Auto Scaling user guide, ec2-auto-scaling-instance-protection",
    simulated: () => {
      const { group } = new Model({ group: { desired: 2, managedTerminationProtection: false } }).run(7200);
      return `desired ${group.desired}, ${group.instances.size} instances`;
    },
  },
  {
    example: "12 tasks of weights 1 and 3",
    published: "3 + 9",
    source: `${WORKSHOP}, service_view`,
    simulated: () => byProvider(12, [0, 1], [0, 3]),
  },
  {
    example: "10 tasks, a base of 2, then weights 1 and 3",
    published: "4 + 6",
    source: "ec2spotworkshops.com, modify_default_cps",
    simulated: () => byProvider(10, [2, 1], [0, 3]),
  },
  {
    example: "10 tasks of weights 1 and 4; of weights 1 and 1",
    published: "2 + 8; 5 + 5",
    source: "API_CapacityProviderStrategyItem",
    simulated: () => [byProvider(10, [0, 1], [0, 4]), byProvider(10, [0, 1], [0, 1])].join("; "),
  },
];
