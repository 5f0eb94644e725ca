import { failedRequestsSince, lowestHealthyShare } from "../measures";
import type { Load } from "../model/load";
import type { Platform, PlatformFacts } from "../model/platform";
import { type Boundary, claimsOf, type Run, type Scenario, START_SECONDS, type Variant } from "../scenario";

/** The day is so many times as busy as usual before it ends. */
const BUSY_TIMES = 2.5;
const BUSY_FROM_SECONDS = 600;

/** A busy day, which is over when the scenario begins: tasks go, and with them instances. */
function endBusyDay({ world, services }: Platform): void {
  const scale = (times: number) => () => {
    for (const { traffic } of services) traffic.scale(times);
  };
  world.simulation.scheduleAt(BUSY_FROM_SECONDS, scale(BUSY_TIMES));
  world.simulation.scheduleAt(START_SECONDS, scale(1 / BUSY_TIMES));
}

/** Somebody sets every group to half of what it has, with all tasks running. */
function halveByHand({ world, groups }: Platform): void {
  world.simulation.scheduleAt(START_SECONDS, () => {
    for (const group of groups) group.setDesired(Math.floor(group.staying.length / 2), "by hand");
  });
}

/** Groups of which half may go. */
const roomToHalve = (facts: PlatformFacts): PlatformFacts => ({
  ...facts,
  groups: facts.groups.map((group) => ({ ...group, min: Math.floor(group.min / 2) })),
});

const unprotected = (facts: PlatformFacts): PlatformFacts => {
  const halved = roomToHalve(facts);
  const off = { protectFromScaleIn: false, managedTerminationProtection: false };
  return { ...halved, groups: halved.groups.map((group) => ({ ...group, ...off })) };
};

const withConnections =
  (seconds: number) =>
  (load: Load): Load => ({ ...load, longConnections: { perSecond: 1, seconds } });

const variants: readonly Variant[] = [
  { id: "day-ends", title: "A day that was 2.5 times as busy as usual is over", disturb: endBusyDay },
  {
    id: "long-connections",
    title: "The same, with a connection of 20 s opened every second",
    load: withConnections(20),
    disturb: endBusyDay,
  },
  {
    id: "by-hand",
    title: "Somebody halves every group by hand, with all tasks running",
    prepare: roomToHalve,
    disturb: halveByHand,
  },
  {
    id: "unprotected",
    title: "The same, with the groups' instances unprotected",
    prepare: unprotected,
    disturb: halveByHand,
  },
];

/** Tasks on the instances that Auto Scaling chose for scale-in, when it chose them. */
const tasksOnVictims = ({ events }: Run): number =>
  events
    .filter(({ kind, time, detail }) => {
      return kind === "instance-ending" && time >= START_SECONDS && detail.startsWith("scale-in");
    })
    .reduce((sum, { detail }) => sum + Number(/(\d+) tasks$/.exec(detail)?.[1] ?? 0), 0);

/** Seconds until fewer tasks and fewer instances run than at the busy day's end; `undefined`: none had been added. */
const secondsUntilFewer = ({ samples }: Run): number | undefined => {
  const usual = samples.find(({ second }) => second >= BUSY_FROM_SECONDS);
  const before = samples.find(({ second }) => second >= START_SECONDS);
  if (before === undefined || usual === undefined || countOf(before) <= countOf(usual)) return undefined;
  const fewer = samples.find(
    (sample) =>
      sample.second > START_SECONDS && sample.desiredTasks < before.desiredTasks && countOf(sample) < countOf(before),
  );
  return (fewer?.second ?? Number.POSITIVE_INFINITY) - START_SECONDS;
};

const countOf = ({ instances }: Run["samples"][number]) => instances.onDemand + instances.spot;

const claim = claimsOf("scale-in-under-load");

const longestConnection: Boundary = {
  claim: "scale-in-under-load/no-failed-request",
  quantity: "length of a connection that is opened once a second",
  unit: "s",
  from: 5,
  to: 125,
  precision: 5,
  at: (value) => ({ load: withConnections(value) }),
};

export const scaleInUnderLoad: Scenario = {
  id: "scale-in-under-load",
  title: "Scale-in while requests run",
  question: "Does a request fail when tasks and instances are taken away from under it?",
  oftenSaid: "Auto Scaling only takes what is idle.",
  recovery: "Nothing is to be done; where requests fail, raise the deregistration delay over the longest request.",
  durationSeconds: START_SECONDS + 7200,
  variants,
  claims: [
    claim("day-ends", "no-failed-request", {
      text: "No request fails while the busy day's tasks and instances go.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["service-scaled", "task-stopping", "group-resized", "instance-ending"],
    }),
    claim("day-ends", "victims-are-empty", {
      text: "Auto Scaling ends instances without tasks only.",
      unit: "tasks",
      measure: tasksOnVictims,
      limit: { atMost: 0 },
      evidence: ["group-resized", "instance-ending", "instance-gone"],
    }),
    claim("day-ends", "capacity-goes", {
      text: "Fewer tasks and fewer instances run an hour later.",
      unit: "s",
      measure: secondsUntilFewer,
      limit: { atMost: 3600 },
      evidence: ["service-scaled", "group-resized", "instance-gone"],
    }),
    claim("long-connections", "connections-survive", {
      text: "Connections of 20 seconds outlive the tasks that go: none is cut.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["task-stopping", "task-sigterm", "task-stopped"],
    }),
    claim("by-hand", "by-hand-ends-none-with-tasks", {
      text: "A group that is made smaller by hand keeps the instances that have tasks.",
      unit: "tasks",
      measure: tasksOnVictims,
      limit: { atMost: 0 },
      evidence: ["group-resized", "instance-ending"],
    }),
    claim("by-hand", "by-hand-fails-no-request", {
      text: "A group that is made smaller by hand costs no request.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["group-resized", "instance-ending", "instance-gone"],
    }),
    claim("by-hand", "by-hand-healthy-tasks", {
      text: "A group that is made smaller by hand costs no task its health.",
      unit: "share",
      measure: lowestHealthyShare(START_SECONDS),
      limit: { atLeast: 1 },
      evidence: ["instance-ending", "task-stopping"],
    }),
    claim("unprotected", "chooses-empty-ones", {
      text: "Auto Scaling by itself chooses instances without tasks.",
      unit: "tasks",
      measure: tasksOnVictims,
      limit: { atMost: 0 },
      evidence: ["instance-ending", "instance-gone"],
      insteadTrue: "it knows nothing of tasks: zones and its termination policy choose, whatever runs there.",
    }),
  ],
  boundaries: [longestConnection],
};
