import { readPlan } from "../../../src/plan/read";
import { assumptions } from "../../../src/stress/assumptions";
import { Platform, type PlatformFacts, platformFacts } from "../../../src/stress/model/platform";
import { synthesized } from "../../support/synthesized";

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));

function ended(managedDraining: boolean) {
  const groups = production.groups.map((group) => ({ ...group, managedDraining }));
  const facts: PlatformFacts = { ...production, groups };
  const load = () => ({ requestsPerSecond: 50, serviceSeconds: 0.1, concurrencyPerTask: 20 });
  const platform = new Platform({ facts, assumptions: assumptions(), seed: 1, load });
  const [group] = platform.groups;
  const instance = group?.staying.find(({ tasks }) => tasks.size > 0);
  const tasks = [...(instance?.tasks ?? [])];
  platform.world.simulation.scheduleAt(600, () => instance && group?.end(instance, "by hand"));
  platform.run(3600);
  const gone = platform.world.trace.entries.find(
    ({ kind, subject }) => kind === "instance-gone" && subject === instance?.id,
  );
  const failed = platform.services.reduce((sum, { traffic }) => sum + traffic.failed, 0);
  return { tasks, goneAfter: (gone?.time ?? Number.NaN) - 600, failed };
}

test("with managed draining an instance ends when its tasks have moved, and no request fails", () => {
  const { tasks, goneAfter, failed } = ended(true);
  expect(tasks.map(({ state }) => state)).toEqual(tasks.map(() => "stopped"));
  // At least the deregistration delay, and not for ever.
  expect(goneAfter).toBeGreaterThanOrEqual(30);
  expect(goneAfter).toBeLessThan(600);
  expect(failed).toBeLessThan(0.5);
});

test("without it, it ends at once, in mid-request", () => {
  const { goneAfter, failed } = ended(false);
  expect(goneAfter).toBe(0);
  expect(failed).toBeGreaterThan(1);
});
