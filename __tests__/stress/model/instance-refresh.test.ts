import { readPlan } from "../../../src/plan/read";
import { assumptions } from "../../../src/stress/assumptions";
import type { Group } from "../../../src/stress/facts/capacity";
import type { RefreshPreferences } from "../../../src/stress/facts/instance-refresh";
import { refreshInstances } from "../../../src/stress/model/instance-refresh";
import { Platform, platformFacts } from "../../../src/stress/model/platform";
import { synthesized } from "../../support/synthesized";
import { TerraformJson } from "../../support/terraform-json";

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));
const LOAD = { requestsPerSecond: 50, serviceSeconds: 0.1, concurrencyPerTask: 20 };

/** A group of ten, refreshed from the tenth minute on. */
function refreshed(preferences: Partial<RefreshPreferences>, changes: Partial<Group> = {}) {
  const groups = production.groups.map((group) => ({
    ...group,
    ...{ min: 10, desired: 10, managedScaling: undefined, ...changes },
    refresh: { ...group.refresh, ...preferences },
  }));
  const platform = new Platform({
    facts: { ...production, groups },
    assumptions: assumptions(),
    seed: 1,
    load: () => LOAD,
  });
  const [group] = platform.groups;
  if (group === undefined) throw new Error("a group, please");
  platform.world.simulation.scheduleAt(600, () => refreshInstances(platform.world, group));
  let most = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let second = 600; second <= 20_000; second += 10) {
    platform.run(second);
    const inService = [...group.instances].filter(({ state, isDraining }) => state === "registered" && !isDraining);
    fewest = Math.min(fewest, inService.length);
    most = Math.max(most, group.instances.size);
  }
  const events = platform.world.trace.entries.filter(({ kind }) => kind.startsWith("refresh-"));
  return { fewest, most, events, last: events.at(-1) };
}

test("with a maximum over 100 % new instances come first, as many as may be extra", () => {
  const { fewest, most, last } = refreshed({ minHealthyPercent: 100, maxHealthyPercent: 120 });
  expect([fewest, most]).toEqual([10, 12]);
  expect(last).toMatchObject({ kind: "refresh-completed", detail: "10 of 10 replaced" });
});

test("without, old ones go first, as many as may be missing, and one at least", () => {
  const tenth = refreshed({ minHealthyPercent: 70, maxHealthyPercent: 100 });
  expect([tenth.fewest, tenth.last?.detail]).toEqual([7, "10 of 10 replaced"]);
  const none = refreshed({ minHealthyPercent: 100, maxHealthyPercent: 100 });
  expect([none.fewest, none.last?.detail]).toEqual([9, "10 of 10 replaced"]);
});

test("what is protected is replaced, left, or waited for, an hour long", () => {
  const withTasks = { managedTerminationProtection: false, protectFromScaleIn: true };
  const all = refreshed({ protectedInstances: "Refresh" }, withTasks);
  expect(all.last?.detail).toBe("10 of 10 replaced");
  const left = refreshed({ protectedInstances: "Ignore" }, withTasks);
  expect(left.last).toMatchObject({
    time: 600,
    kind: "refresh-completed",
    detail: "0 of 10 replaced, 10 are protected",
  });
  const waited = refreshed({ protectedInstances: "Wait" }, withTasks);
  expect(waited.last).toMatchObject({ time: 600 + 3600, kind: "refresh-failed" });
});

test("it pauses at its checkpoints", () => {
  const at = (checkpoints: readonly number[]) => refreshed({ checkpoints, checkpointDelaySeconds: 1000 });
  const [straight, paused] = [at([]), at([50, 100])];
  expect(paused.events.map(({ kind }) => kind)).toEqual(["refresh-started", "refresh-checkpoint", "refresh-completed"]);
  expect((paused.last?.time ?? 0) - (straight.last?.time ?? 0)).toBeCloseTo(1000, -2);
});

test("preferences are the block's; without one, those of the command line", () => {
  expect(production.groups[0]?.refresh).toMatchObject({
    ...{ minHealthyPercent: 100, maxHealthyPercent: 110, warmupSeconds: 120, protectedInstances: "Refresh" },
  });
  const without = (path: string) => {
    const stacks = synthesized("production");
    new TerraformJson(stacks).unset("aws_autoscaling_group.capacity", path);
    return platformFacts(readPlan(stacks.get("production-platform"))).groups[0]?.refresh;
  };
  expect(without("instance_refresh")).toMatchObject({
    ...{ minHealthyPercent: 90, maxHealthyPercent: 100, protectedInstances: "Wait", checkpoints: [] },
  });
  expect(without("instance_refresh.preferences.scale_in_protected_instances")?.protectedInstances).toBe("Ignore");
});
