import { loadEnvironments } from "../../src/environments/load";
import { readPlan } from "../../src/plan/read";
import { buildApp } from "../../src/stacks/synthesize";
import { documentsOf } from "../../src/stacks/validation";
import { assumptions } from "../../src/stress/assumptions";
import { Platform, type PlatformFacts, platformFacts } from "../../src/stress/model/platform";
import { ContestantError } from "../measure";
import type { Losses } from "./results";

/** Instances of the clusters that are compared, and the tasks of each instance. */
const INSTANCES = [10, 100, 1000] as const;
const TASKS_PER_INSTANCE = 4;
/** Tasks of which one after the other is lost and replaced, whatever the size of the cluster. */
const LOST = 300;
const PAUSE_SECONDS = 20;

/** The clusters in turns, so that a busy minute bends no line; a first round isn't counted. */
export function measureLosses(runs: number, onRound: (round: number) => void): readonly Losses[] {
  const losses = INSTANCES.map((instances) => ({ instances, microseconds: [] as number[] }));
  for (let round = 0; round <= runs; round += 1) {
    onRound(round);
    for (const { instances, microseconds } of losses) {
      const measured = microsecondsPerLoss(instances);
      if (round > 0) microseconds.push(measured);
    }
  }
  return losses;
}

/** CPU time of one task's loss and replacement, in microseconds, on a cluster of so many instances. */
function microsecondsPerLoss(instances: number): number {
  const facts = clusterOf(instances);
  const load = () => ({ requestsPerSecond: 100, serviceSeconds: 0.1, concurrencyPerTask: 20 });
  const platform = new Platform({ facts, assumptions: assumptions(), seed: 1, load });
  const seconds = LOST * PAUSE_SECONDS;
  platform.run(600);
  const idle = cpuOf(() => platform.run(600 + seconds));
  const { scheduler } = platform.services[0] ?? {};
  for (let count = 1; count <= LOST; count += 1) {
    platform.world.simulation.scheduleAt(600 + seconds + count * PAUSE_SECONDS, () => {
      const [task] = scheduler?.tasks ?? [];
      if (task !== undefined) scheduler?.lost(task);
    });
  }
  const busy = cpuOf(() => platform.run(600 + 2 * seconds + 600));
  return Math.max(0, busy - idle) / LOST;
}

/** Production with one service, of as many tasks as fill so many instances. */
function clusterOf(instances: number): PlatformFacts {
  const environments = loadEnvironments({ selector: "production", mode: "offline" });
  const document = documentsOf(buildApp({ environments, mode: "offline" })).get("production-platform");
  if (document === undefined) throw new ContestantError("production has no stack production-platform");
  const facts = platformFacts(readPlan(document));
  const [service] = facts.services;
  if (service === undefined) throw new ContestantError("production has no service");
  return {
    ...facts,
    groups: facts.groups.map((group) => ({ ...group, min: instances, desired: instances, max: 2 * instances })),
    services: [{ ...service, desired: (TASKS_PER_INSTANCE - 1) * instances, scaling: undefined }],
  };
}

function cpuOf(action: () => void): number {
  const start = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
