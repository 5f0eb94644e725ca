import type { AlarmState } from "../../../src/cloudwatch/alarm-rules";
import { readPlan } from "../../../src/plan/read";
import { assumptions } from "../../../src/stress/assumptions";
import { alarmsOf } from "../../../src/stress/facts/alarms";
import { Alarms } from "../../../src/stress/model/alarms";
import { Metrics } from "../../../src/stress/model/metrics";
import { Platform, platformFacts } from "../../../src/stress/model/platform";
import { World } from "../../../src/stress/model/world";
import { synthesized } from "../../support/synthesized";

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));
const LOAD = { requestsPerSecond: 50, serviceSeconds: 0.2, concurrencyPerTask: 20 };
/** At once, so that a change shows at the end of its minute. */
const PROMPT = assumptions({ alarmDelaySeconds: [0] });

const METRIC = { namespace: "Test", metric_name: "value" };
const ALARM = {
  alarm_name: "alarm",
  comparison_operator: "GreaterThanThreshold",
  threshold: 10,
  evaluation_periods: 1,
  period: 60,
  statistic: "Sum",
  ...METRIC,
};

interface Change {
  readonly minute: number;
  readonly name: string;
  readonly state: AlarmState;
}

/** The changes of alarms whose metrics have these values in their minutes; `undefined`: none. */
function changes(
  alarm: { readonly [attribute: string]: unknown },
  values: readonly (number | undefined)[],
  further: { readonly [type: string]: object } = {},
): readonly Change[] {
  const plan = readPlan({ resource: { aws_cloudwatch_metric_alarm: { alarm: { ...ALARM, ...alarm } }, ...further } });
  const world = new World(1, PROMPT);
  const metrics = new Metrics(({ namespace }) => (namespace === "Test" ? "put" : undefined));
  const alarms = new Alarms(world, alarmsOf(plan), metrics);
  const found: Change[] = [];
  alarms.onChange(({ name }, state) => found.push({ minute: world.now / 60, name, state }));
  values.forEach((value, minute) => {
    world.simulation.scheduleAt(minute * 60 + 30, () => {
      if (value !== undefined) metrics.put({ namespace: "Test", name: "value", dimensions: {} }, value);
    });
  });
  world.simulation.run(values.length * 60);
  return found;
}

const minutesOf = (found: readonly Change[]) => found.map(({ minute, state }) => [minute, state]);

test("it rings at the end of the minute that breaches, and is over with the next", () => {
  expect(minutesOf(changes({}, [5, 11, 10]))).toEqual([
    [2, "ALARM"],
    [3, "OK"],
  ]);
});

test.each([
  ["GreaterThanThreshold", 10, false],
  ["GreaterThanOrEqualToThreshold", 10, true],
  ["LessThanThreshold", 10, false],
  ["LessThanOrEqualToThreshold", 10, true],
  ["LessThanThreshold", 9, true],
])("%s: %i", (operator, value, rings) => {
  expect(changes({ comparison_operator: operator }, [value]).length).toBe(rings ? 1 : 0);
});

test("three of five minutes, wherever they are", () => {
  const own = { evaluation_periods: 5, datapoints_to_alarm: 3 };
  expect(minutesOf(changes(own, [0, 0, 0, 11, 0, 11, 0, 11, 0, 0, 0]))).toEqual([
    [8, "ALARM"],
    [9, "OK"],
  ]);
});

test.each([
  ["Sum", 12],
  ["Average", 4],
  ["Minimum", 1],
  ["Maximum", 7],
  ["SampleCount", 3],
])("%s over a period of three minutes", (statistic, value) => {
  const at = (threshold: number) => changes({ statistic, period: 180, threshold }, [1, 7, 4]).length;
  expect(at(value - 1)).toBe(1);
  expect(at(value)).toBe(0);
});

test("a period of several minutes is looked at each minute, over the last so many", () => {
  expect(minutesOf(changes({ period: 180 }, [0, 0, 0, 11, 0, 0, 0]))).toEqual([
    [4, "ALARM"],
    [7, "OK"],
  ]);
});

test("nothing is judged before there is a data point for each of its periods", () => {
  expect(minutesOf(changes({ evaluation_periods: 3 }, [11, 11, 11]))).toEqual([[3, "ALARM"]]);
});

test("metric math, of metrics by their ids; a missing part is no data point", () => {
  const query = (id: string) => ({ id, metric: { ...METRIC, period: 60, stat: "Sum" }, return_data: false });
  const math = (expression: string) => ({
    ...{ metric_name: undefined, namespace: undefined, period: undefined, statistic: undefined },
    treat_missing_data: "ignore",
    metric_query: [{ id: "result", expression, return_data: true }, query("a")],
  });
  expect(minutesOf(changes(math("a * 3"), [3, 4, undefined]))).toEqual([[2, "ALARM"]]);
  expect(minutesOf(changes(math("FILL(a, 0) * 3"), [3, 4, undefined]))).toEqual([
    [2, "ALARM"],
    [3, "OK"],
  ]);
});

test("a composite alarm follows its rule, and one on that", () => {
  const further = {
    aws_cloudwatch_composite_alarm: {
      one: {
        alarm_name: "one",
        alarm_rule: 'ALARM("${aws_cloudwatch_metric_alarm.alarm.alarm_name}") AND NOT ALARM(other)',
      },
      two: {
        alarm_name: "two",
        alarm_rule: 'OK("alarm") OR ALARM("${aws_cloudwatch_composite_alarm.one.alarm_name}")',
      },
    },
  };
  expect(changes({}, [0, 11, 0], further).map(({ minute, name, state }) => [minute, name, state])).toEqual([
    [2, "alarm", "ALARM"],
    [2, "one", "ALARM"],
    [2, "two", "ALARM"],
    [3, "alarm", "OK"],
    [3, "one", "OK"],
  ]);
});

test("what nothing here publishes, or isn't understood, is said", () => {
  const unmodelled = (alarm: object) => {
    const plan = readPlan({ resource: { aws_cloudwatch_metric_alarm: { alarm: { ...ALARM, ...alarm } } } });
    return new Alarms(new World(1, PROMPT), alarmsOf(plan), new Metrics(() => undefined)).unmodelled;
  };
  expect(unmodelled({})).toEqual([
    { name: "aws_cloudwatch_metric_alarm.alarm", why: "nothing in the model publishes Test value" },
  ]);
  expect(unmodelled({ comparison_operator: "GreaterThanUpperThreshold" })[0]?.why).toBe(
    "compares as GreaterThanUpperThreshold",
  );
});

/** Production with alarms that are prompt, after something happened at second 600. */
function after(disturb: (platform: Platform) => void, until: number): Platform {
  const platform = new Platform({ facts: production, assumptions: PROMPT, seed: 2, load: () => LOAD });
  platform.world.simulation.scheduleAt(600, () => disturb(platform));
  platform.run(until);
  return platform;
}

const ringing = (platform: Platform) =>
  platform.detections
    .since(600)
    .flatMap(({ name, second, toldAt }) =>
      name.includes("alarm") ? [[name.replace(/^.*\./, ""), second, toldAt]] : [],
    );

test("the alarms of production read the model's metrics: server errors, and the composite that pages", () => {
  const platform = after(({ services }) => services[0]?.scheduler.deploy({ errorShare: 1 }), 900);
  // The composite rings with the first of the two, and pages once.
  expect([...ringing(platform)].sort()).toEqual([
    ["detection_requests_fail", 660, undefined],
    ["detection_users_see_errors", 660, 660],
    ["web_server_errors", 660, undefined],
  ]);
});

test("a group at its maximum, with the tenth minute that ends so", () => {
  const platform = after(({ groups }) => groups[0]?.setMax(groups[0].desired), 1500);
  expect(ringing(platform)).toContainEqual(["detection_group_at_its_maximum", 1140, undefined]);
  expect(ringing(platform)).toContainEqual(["detection_capacity_short", 1140, 1140]);
});

test("three failed launches in a quarter of an hour, counted by a metric filter on the log group of the events", () => {
  const platform = after(({ groups, world }) => {
    // A quarter of an hour must have gone by first.
    world.after(600, () => {
      for (const group of groups) {
        for (const zone of group.facts.zones) group.closedZones.add(zone);
        for (const instance of group.staying.slice(0, 1)) group.lose(instance, "fault");
      }
    });
  }, 1800);
  const failed = platform.world.trace.entries.filter(({ kind }) => kind === "launch-failed").map(({ time }) => time);
  const rung = ringing(platform).find(([name]) => name === "detection_launches_fail")?.[1];
  // The third has come to the log group by the end of its minute, or of the next.
  expect(rung).toBeGreaterThan(failed[2] ?? Number.NaN);
  expect(rung).toBeLessThan((failed[2] ?? Number.NaN) + 65);
});

test("an alarm says so on the event bus, and rules hear it", () => {
  const platform = after(({ groups, services }) => {
    for (const group of groups) group.setMax(group.desired);
    services[0]?.scheduler.setDesired(60);
  }, 2400);
  const rule = "aws_cloudwatch_event_rule.spot_fallback_tasks_waiting";
  const alarm = platform.detections.since(600).find(({ name }) => name.endsWith("alarm.spot_fallback_tasks_waiting"));
  const heard = platform.detections.since(600).find(({ name }) => name === rule);
  expect(heard?.second).toBeGreaterThan(alarm?.second ?? Number.NaN);
  expect(heard?.second).toBeLessThan((alarm?.second ?? Number.NaN) + 5);
});

test("while all is well nothing rings", () => {
  expect(after(() => {}, 7200).detections.since(0)).toEqual([]);
});

test("an alarm that rings when a deployment begins is ignored for all of it", () => {
  const platform = after(({ services, world, groups }) => {
    const [first] = services;
    first?.scheduler.deploy({ errorShare: 1 });
    // Before the alarm has heard of it, a better one is on its way, and after the alarm another bad one.
    world.after(70, () => first?.scheduler.deploy({ errorShare: 1 }));
    return groups;
  }, 700);
  // Rung at 660: the first is rolled back; the one of 670 begins while it rings.
  expect(platform.services[0]?.scheduler.deployment).toBe("in-progress");
  platform.run(1800);
  const failed = platform.world.trace.entries.filter(({ kind }) => kind === "deployment-failed");
  expect(failed.map(({ time }) => time)).toEqual([660]);
});
