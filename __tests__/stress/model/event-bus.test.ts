import { readPlan } from "../../../src/plan/read";
import { assumptions } from "../../../src/stress/assumptions";
import type { AwsEvent } from "../../../src/stress/model/event-bus";
import { Platform, platformFacts } from "../../../src/stress/model/platform";
import { synthesized } from "../../support/synthesized";

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));
const LOAD = { requestsPerSecond: 50, serviceSeconds: 0.2, concurrencyPerTask: 20 };
const SCHEDULED = "aws_cloudwatch_event_rule.detection_lock_check_every";

interface Match {
  readonly second: number;
  readonly rule: string;
  readonly event: AwsEvent;
}

/** What comes of something that happens at second 1000. */
function matches(disturb: (platform: Platform) => void, { until = 3000, facts = production, begin = 0 } = {}) {
  const found: Match[] = [];
  const platform = new Platform({
    facts,
    assumptions: assumptions(),
    seed: 4,
    load: () => LOAD,
    beginEpochSeconds: begin,
  });
  platform.events.onMatch(({ address }, event) => found.push({ second: platform.world.now, rule: address, event }));
  platform.world.simulation.scheduleAt(1000, () => disturb(platform));
  platform.run(until);
  return found;
}

const rulesOf = (found: readonly Match[]) => [
  ...new Set(
    found
      .map(({ rule }) => rule.replace("aws_cloudwatch_event_rule.", ""))
      .filter((rule) => rule !== "detection_lock_check_every"),
  ),
];

test("every pattern of production is read, and none of them holds a reference", () => {
  const patterns = production.rules.filter(({ schedule }) => schedule === undefined).map(({ pattern }) => pattern);
  expect(patterns).toHaveLength(11);
  expect(patterns).not.toContain(undefined);
  expect(JSON.stringify(patterns)).not.toContain("${");
  expect(production.rules.every(({ targets }) => targets.length > 0)).toBe(true);
});

test("while all is well, nothing but what is scheduled", () => {
  expect(rulesOf(matches(() => {}))).toEqual([]);
});

test("a reclaim is told to whom asks for it, within seconds", () => {
  const found = matches(({ groups }) => {
    const [group] = groups;
    const spot = group?.staying.find(({ market }) => market === "spot");
    if (spot !== undefined) group?.reclaim(spot);
  });
  expect(rulesOf(found).sort()).toEqual([
    "detection_rebalance_recommendation",
    "detection_spot_interruption",
    "drain_guard_warning",
  ]);
  const warning = found.find(({ rule }) => rule.endsWith("spot_interruption"));
  expect(warning?.second).toBeGreaterThan(1000.2);
  expect(warning?.second).toBeLessThan(1005);
  expect(warning?.event).toEqual({
    source: "aws.ec2",
    "detail-type": "EC2 Spot Instance Interruption Warning",
    account: "000000000000",
    region: "us-east-1",
    time: "1970-01-01T00:16:40.000Z",
    resources: [expect.stringMatching(/^arn:aws:ec2:us-east-1[abc]:instance\//)],
    detail: { "instance-id": expect.any(String), "instance-action": "terminate" },
  });
});

test("a revision that crashes shows in its tasks, its service and its deployment", () => {
  const found = matches(({ services }) => {
    for (const { scheduler } of services) scheduler.deploy({ failsToStart: true });
  });
  expect(rulesOf(found).sort()).toEqual([
    "detection_deployment_failed",
    "detection_service_impaired",
    "detection_task_failed_to_start",
  ]);
  const failed = found.find(({ rule }) => rule.endsWith("deployment_failed"));
  expect(failed?.event.resources[0]).toMatch(/^arn:aws:ecs:us-east-1:000000000000:service\/production\/(web|api)$/);
});

test("a good deployment is told to nobody", () => {
  const found = matches(({ services }) => {
    for (const { scheduler } of services) scheduler.deploy({});
  });
  expect(rulesOf(found)).toEqual([]);
});

test("launches that fail", () => {
  const found = matches(({ groups }) => {
    for (const group of groups) {
      for (const zone of group.facts.zones) group.closedZones.add(zone);
      for (const instance of group.staying.slice(0, 1)) group.lose(instance, "fault");
    }
  });
  expect(rulesOf(found)).toEqual(expect.arrayContaining(["spot_fallback_launch_failed", "detection_launch_failed"]));
});

test("tasks that nobody makes room for", () => {
  const groups = production.groups.map((group) => ({ ...group, managedScaling: undefined }));
  const found = matches(({ services }) => services[0]?.scheduler.setDesired(500), {
    facts: { ...production, groups },
  });
  expect(rulesOf(found)).toEqual(["detection_service_impaired"]);
});

test("a rule with a rate or a time makes events of its own, for itself", () => {
  const begin = Date.UTC(2026, 0, 1, 9, 0) / 1000;
  const found = matches(() => {}, { begin, until: 3600 });
  expect(found.filter(({ rule }) => rule === SCHEDULED).map(({ second }) => second)).toEqual([
    600, 1200, 1800, 2400, 3000, 3600,
  ]);
  const daily = found.filter(({ rule }) => rule.endsWith("spot_fallback_daily"));
  expect(daily.map(({ second, event }) => [second, event["detail-type"], event.time])).toEqual([
    [17 * 60, "Scheduled Event", "2026-01-01T09:17:00.000Z"],
  ]);
  expect(daily[0]?.event.resources).toEqual([
    "arn:aws:events:us-east-1:000000000000:rule/production-spot-fallback-1-daily",
  ]);
});

test("a rule that is taken away leaves the others as they were", () => {
  const happen = (platform: Platform) => {
    for (const group of platform.groups) for (const instance of group.staying) group.reclaim(instance);
  };
  const rules = production.rules.filter(({ address }) => !address.endsWith("drain_guard_warning"));
  const without = matches(happen, { facts: { ...production, rules } });
  expect(without).toEqual(matches(happen).filter(({ rule }) => !rule.endsWith("drain_guard_warning")));
});
