import { heardWithin } from "../claims";
import { secondsUntilServed, shareFailedSince } from "../measures";
import type { Platform } from "../model/platform";
import { type Claim, claimsOf, type Run, type Scenario, START_SECONDS, type Variant } from "../scenario";

/** Within a minute, in steps of ten seconds. */
const STEPS = 6;
const STEP_SECONDS = 10;

function surge(platform: Platform, times: number): void {
  const factor = times ** (1 / STEPS);
  for (let step = 0; step < STEPS; step += 1) {
    platform.world.simulation.scheduleAt(START_SECONDS + step * STEP_SECONDS, () => {
      for (const { traffic } of platform.services) traffic.scale(factor);
    });
  }
  platform.world.simulation.scheduleAt(START_SECONDS, () =>
    platform.world.trace.add("traffic-surge", `${times} times`),
  );
}

const surgeOf = (times: number) => ({ disturb: (platform: Platform) => surge(platform, times) });

const variant = (times: number): Variant => ({
  id: `times-${times}`,
  title: `${times} times the requests, within a minute`,
  ...surgeOf(times),
});

/** Seconds from the surge to the first event of a kind; `undefined`: there was none. */
const secondsUntilFirst =
  (kind: string) =>
  ({ events }: Run): number | undefined => {
    const first = events.find((event) => event.kind === kind && event.time >= START_SECONDS);
    return first && first.time - START_SECONDS;
  };

/** The longest that anything took from one event of its own to another; `undefined`: nothing came so far. */
const longestBetween =
  (from: string, to: string) =>
  ({ events }: Run): number | undefined => {
    const begun = new Map<string, number>();
    const spans: number[] = [];
    for (const { kind, subject, time } of events) {
      if (kind === from && time >= START_SECONDS) begun.set(subject, time);
      const since = begun.get(subject);
      if (kind !== to || since === undefined) continue;
      begun.delete(subject);
      spans.push(time - since);
    }
    return spans.length === 0 ? undefined : Math.max(...spans);
  };

/** Share of the failed requests that a 5xx count shows; `undefined`: none failed. */
const shareTold = ({ platform: { services } }: Run): number | undefined => {
  const failed = services.reduce((sum, { traffic }) => sum + traffic.failed, 0);
  const told = services.reduce((sum, { traffic }) => sum + traffic.balancerErrors + traffic.errors, 0);
  return failed < 1 ? undefined : told / failed;
};

const claim = (times: number, id: string, rest: Omit<Claim, "id" | "variant">): Claim =>
  claimsOf("traffic-surge")(`times-${times}`, id, rest);

/** What a scale-out consists of, in its order. */
const PARTS: readonly Claim[] = [
  claim(5, "part-alarm", {
    text: "The first tasks are asked for within five minutes: a late metric, then three data points over the target.",
    unit: "s",
    measure: secondsUntilFirst("service-scaled"),
    limit: { atMost: 300 },
    evidence: ["traffic-surge", "service-scaled"],
  }),
  claim(5, "part-group", {
    text: "The group is asked for instances within three minutes more.",
    unit: "s",
    measure: (run) => {
      const [scaled, resized] = ["service-scaled", "group-resized"].map((kind) => secondsUntilFirst(kind)(run));
      return scaled === undefined || resized === undefined ? undefined : Math.max(0, resized - scaled);
    },
    limit: { atMost: 180 },
    evidence: ["service-scaled", "group-resized"],
  }),
  claim(5, "part-launch", {
    text: "An instance that is launched takes tasks within three minutes: launch, boot, registration.",
    unit: "s",
    measure: longestBetween("instance-launched", "instance-registered"),
    limit: { atMost: 180 },
    evidence: ["instance-launched", "instance-registered"],
  }),
  claim(5, "part-pull", {
    text: "A task that has its instance runs within a minute: network interface, secrets, image.",
    unit: "s",
    measure: longestBetween("task-pending", "task-running"),
    limit: { atMost: 60 },
    evidence: ["task-pending", "task-running"],
  }),
  claim(5, "part-health-check", {
    text: "A task that runs gets requests within a minute: one passed check.",
    unit: "s",
    measure: longestBetween("task-running", "target-healthy"),
    limit: { atMost: 60 },
    evidence: ["task-running", "target-healthy"],
  }),
];

export const trafficSurge: Scenario = {
  id: "traffic-surge",
  title: "Traffic surges",
  question: "How much more traffic is absorbed at once, and how long does it take to serve all of it?",
  oftenSaid: "Auto scaling answers within a minute.",
  recovery: "Scaling adds tasks and instances by itself; beyond the maxima, raise them or shed load.",
  durationSeconds: START_SECONDS + 3600,
  variants: [variant(2), variant(5), variant(10)],
  claims: [
    claim(2, "twice-is-absorbed", {
      text: "Twice the requests are served from the first second.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS),
      limit: { atMost: 0.001 },
      evidence: ["traffic-surge", "service-scaled"],
    }),
    claim(5, "five-times-is-served", {
      text: "Five times the requests are served within ten minutes.",
      unit: "s",
      measure: secondsUntilServed(START_SECONDS),
      limit: { atMost: 600 },
      evidence: ["traffic-surge", "service-scaled", "group-resized"],
    }),
    claim(5, "scale-out-is-fast", {
      text: "Scaling out takes less than a minute.",
      unit: "s",
      measure: secondsUntilServed(START_SECONDS),
      limit: { atMost: 60 },
      evidence: ["service-scaled", "group-resized", "instance-registered", "target-healthy"],
      insteadTrue: "metric, alarm, launch, registration, pull and health check add up to several minutes.",
    }),
    ...PARTS,
    claim(5, "five-hundreds-tell", {
      text: "The load balancer's 5xx count shows the requests that fail in an overload.",
      unit: "share",
      measure: shareTold,
      limit: { atLeast: 0.5 },
      evidence: ["traffic-surge"],
      insteadTrue:
        "clients that give up before the load balancer's idle timeout are 460s: only the response time tells.",
    }),
    claim(10, "ten-times-is-served", {
      text: "Ten times the requests are served within a quarter of an hour.",
      unit: "s",
      measure: secondsUntilServed(START_SECONDS),
      limit: { atMost: 900 },
      evidence: ["traffic-surge", "service-scaled", "group-resized"],
      insteadTrue: "scaling ends at the services' and the group's maximum.",
    }),
    heardWithin("traffic-surge", "times-5", 10, { evidence: ["traffic-surge", "alarm"] }),
  ],
  boundaries: [
    {
      claim: "traffic-surge/twice-is-absorbed",
      quantity: "times as many requests, within a minute",
      unit: "times",
      from: 1,
      to: 6,
      precision: 0.25,
      at: surgeOf,
    },
    {
      claim: "traffic-surge/five-times-is-served",
      quantity: "times as many requests, within a minute",
      unit: "times",
      from: 1,
      to: 11,
      precision: 0.5,
      at: surgeOf,
    },
  ],
};
