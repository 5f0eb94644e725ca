import { readPlan } from "../../src/plan/read";
import { assumptions } from "../../src/stress/assumptions";
import { Platform, platformFacts } from "../../src/stress/model/platform";
import { replay } from "../../src/stress/replay";
import { type Run, START_SECONDS } from "../../src/stress/scenario";
import { deploymentSafety } from "../../src/stress/scenarios/deployment-safety";
import { noisyAgent } from "../../src/stress/scenarios/noisy-agent";
import { synthesized } from "../support/synthesized";

const facts = platformFacts(readPlan(synthesized("production").get("production-platform")));
const load = () => ({ requestsPerSecond: 1, serviceSeconds: 0.1, concurrencyPerTask: 10 });
const platform = new Platform({ facts, assumptions: assumptions(), seed: 1, load });

/** A run of which only these events are known. */
function runOf(events: readonly (readonly [kind: string, subject: string, detail?: string])[]): Run {
  const entries = events.map(([kind, subject, detail = ""], index) => {
    return { time: index === 0 ? 0 : START_SECONDS + index, kind, subject, detail };
  });
  return { facts, platform, samples: [], events: entries };
}

const measured = (run: Run, id: string) =>
  [...deploymentSafety.claims, ...noisyAgent.claims].find((claim) => claim.id === id)?.measure(run);

const GOOD = [
  ["task-running", "web/1"],
  ["task-provisioning", "web/2"],
  ["target-healthy", "web/2"],
  ["task-stopping", "web/1", "replaced"],
  ["target-deregistered", "web/1"],
] as const;

test("after each event it is known how many tasks there are, and how many of them are healthy", () => {
  const moments = replay(runOf(GOOD), START_SECONDS);
  expect(moments.map(({ active, healthy }) => [active, healthy])).toEqual([
    [2, 1],
    [2, 2],
    [1, 1],
    [1, 1],
  ]);
  expect(new Set(moments.map(({ desired }) => desired))).toEqual(new Set([6]));
  const scaled = replay(runOf([...GOOD, ["service-scaled", "web", "6 to 9: by hand"]]), START_SECONDS);
  expect(scaled.at(-1)?.desired).toBe(9);
});

test("an old task that goes before a new one is healthy is counted", () => {
  expect(measured(runOf(GOOD), "deployment-safety/new-before-old")).toBe(0);
  const early = runOf([GOOD[0], GOOD[1], GOOD[3], GOOD[2], GOOD[4]]);
  expect(measured(early, "deployment-safety/new-before-old")).toBe(1);
});

test("a task that is asked to end before its delay is over, or that ends unasked, is counted", () => {
  const until = (seconds: number): Run => {
    const ends = ["task-sigterm", "task-stopped"].map((kind) => {
      return { time: START_SECONDS + 4 + seconds, kind, subject: "web/1", detail: "" };
    });
    const run = runOf(GOOD);
    return { ...run, events: [...run.events, ...ends] };
  };
  expect(measured(until(30), "deployment-safety/drained-before-stopped")).toBe(0);
  expect(measured(until(29), "deployment-safety/drained-before-stopped")).toBe(1);
  const unasked = runOf([...GOOD, ["task-stopped", "web/1"]]);
  expect(measured(unasked, "deployment-safety/drained-before-stopped")).toBe(1);
});

test("a task that is placed on an instance that nobody hears of is counted", () => {
  const away = [["task-running", "web/1", "i-1"] as const, ["agent-disconnected", "i-1"] as const];
  const placed = ["task-pending", "web/2", "i-1"] as const;
  expect(measured(runOf([...away, placed]), "noisy-agent/no-task-on-the-deaf")).toBe(1);
  expect(measured(runOf([...away, ["agent-connected", "i-1"], placed]), "noisy-agent/no-task-on-the-deaf")).toBe(0);
});
