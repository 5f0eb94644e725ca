import { parseRecurrence } from "../../../src/catalogue/schedule";
import { readPlan } from "../../../src/plan/read";
import { assumptions } from "../../../src/stress/assumptions";
import { Platform, type PlatformFacts, platformFacts } from "../../../src/stress/model/platform";
import { synthesized } from "../../support/synthesized";

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));
const LOAD = { requestsPerSecond: 0.1, serviceSeconds: 0.1, concurrencyPerTask: 20 };

function platformAt(date: string, facts: PlatformFacts = production): Platform {
  const beginEpochSeconds = Date.parse(date) / 1000;
  return new Platform({ facts, assumptions: assumptions(), seed: 1, load: () => LOAD, beginEpochSeconds });
}

const scaled = (platform: Platform) =>
  platform.world.trace.entries.filter(({ kind, subject }) => kind === "service-scaled" && subject === "web");

// The plan's night begins at 22:00 in New York, which is 02:00 UTC in summer; its morning at 06:00.
test("a service falls under its day's minimum at night, and is back in the morning", () => {
  const platform = platformAt("2026-06-04T01:00:00Z");
  platform.run(3600 - 1);
  expect(platform.services[0]?.scheduler.desired).toBe(6);
  platform.run(9 * 3600 - 1);
  expect(platform.services[0]?.scheduler.desired).toBe(3);
  platform.run(9 * 3600);
  expect(platform.services[0]?.scheduler.desired).toBe(6);
  expect(scaled(platform).at(-1)).toMatchObject({
    time: 9 * 3600,
    detail: "3 to 6: scheduled action production-web-morning",
  });
});

test("what was set last holds from the beginning on", () => {
  const platform = platformAt("2026-06-04T03:00:00Z");
  platform.run(3600);
  expect(platform.services[0]?.scheduler.desired).toBe(3);
  const byDay = platformAt("2026-06-03T12:00:00Z");
  byDay.run(3600);
  expect(scaled(byDay)).toEqual([]);
});

test("a group's own schedule sets its size", () => {
  const schedule = parseRecurrence("0 13 * * *");
  const groups = production.groups.map((group) => ({
    ...group,
    managedScaling: undefined,
    schedules: [{ name: "noon", schedule, min: 9, max: undefined, desired: undefined }],
  }));
  const platform = platformAt("2026-06-03T12:00:00Z", { ...production, groups });
  // Yesterday's holds already.
  expect(platform.groups[0]?.desired).toBe(9);
  const once = { name: "noon", schedule, min: undefined, max: undefined, desired: 11 };
  const later = platformAt("2026-06-03T12:00:00Z", {
    ...production,
    groups: groups.map((group) => ({
      ...group,
      schedules: [{ ...once, schedule: { ...schedule, previous: () => undefined } }],
    })),
  });
  expect(later.groups[0]?.desired).toBe(3);
  later.run(3600);
  expect(later.groups[0]?.desired).toBe(11);
});
