import type { ScenarioResult } from "../../stress/report";
import { START_SECONDS } from "../../stress/scenario";
import { type Curve, chart, type Row } from "./chart";
import type { Markup } from "./markup";

type Timeline = ScenarioResult["timeline"][number];
type Sample = Timeline["samples"][number];
/** Several samples as one: the sum of their requests over `seconds`, and the state in which fewest tasks were healthy. */
type Point = Sample & { readonly seconds: number };

/** More points than this are not told apart in the picture. */
const MAX_POINTS = 600;
/** Of the quiet before the disturbance, so much is shown. */
const BEFORE_SECONDS = 300;

/** What is marked under the curves, from top to bottom, by the kinds of events; a row without a mark is left out. */
const MARKS: readonly { readonly name: string; readonly kinds: RegExp; readonly paint: string }[] = [
  { name: "deployments", kinds: /^deployment-/, paint: "running" },
  { name: "Spot notices", kinds: /^(spot-notice|rebalance-recommendation)$/, paint: "spot" },
  { name: "instances gone", kinds: /^instance-gone$/, paint: "failed" },
  { name: "tasks killed", kinds: /^task-killed$/, paint: "failed" },
  { name: "alarms ring", kinds: /^alarm$/, paint: "told" },
  { name: "events noticed", kinds: /^event-matched$/, paint: "told" },
  { name: "automations act", kinds: /^automation-(acted|failed)$/, paint: "on-demand" },
];
/** The detail of an event that a clock sends: it tells of nothing. */
const CLOCK = "Scheduled Event";

/** Only there where one does. */
const FAILURES = "Requests that fail, a second";

/** As many colours as there are for zones. */
const ZONE_PAINTS = 4;

/**
 * Tasks, instances and failed requests of a run over time, with what happened marked below.
 * @param label what it shows, for who doesn't see it
 */
export function picture({ samples, events }: Timeline, label: string): Markup {
  const from = START_SECONDS - BEFORE_SECONDS;
  const points = thinned(samples.filter(({ second }) => second >= from));
  const zones = [...new Set(points.flatMap((point) => Object.keys(point.zones)))].sort();
  const curve = (name: string, paint: string, value: (point: Point) => number): Curve => ({
    ...{ name, paint },
    values: points.map(value),
  });
  const rows = MARKS.map(({ kinds, ...row }): Row => {
    const own = events.filter(({ kind, time, detail }) => time >= from && kinds.test(kind) && detail !== CLOCK);
    return { ...row, minutes: own.map(({ time }) => minuteOf(time)) };
  });
  const panels = [
    {
      ...{ title: "Tasks", height: 96 },
      curves: [
        curve("healthy", "healthy", ({ healthyTasks }) => healthyTasks),
        curve("running", "running", ({ runningTasks }) => runningTasks),
        curve("desired", "desired", ({ desiredTasks }) => desiredTasks),
      ],
    },
    {
      ...{ title: "Instances by market", height: 56, isStacked: true },
      curves: [
        curve("On-Demand", "on-demand", ({ instances }) => instances.onDemand),
        curve("Spot", "spot", ({ instances }) => instances.spot),
      ],
    },
    {
      ...{ title: "Instances that take tasks", height: 56, isStacked: true },
      curves: zones.map((zone, index) => curve(zone, `zone-${index % ZONE_PAINTS}`, (point) => point.zones[zone] ?? 0)),
    },
    {
      ...{ title: FAILURES, height: 48, isStacked: true, isWhole: false },
      curves: [{ ...curve("", "failed", failuresASecond) }],
    },
  ].filter(({ title, curves }) => title !== FAILURES || curves.some(({ values }) => values.some((value) => value > 0)));
  const minutes = points.map(({ second }) => minuteOf(second));
  return chart({ panels, rows: rows.filter((row) => row.minutes.length > 0), minutes }, label);
}

/** To a hundredth: what a mean leaves of requests that are all but certain to be served is none. */
const failuresASecond = ({ failedRequests, seconds }: Point) => Math.round((failedRequests / seconds) * 100) / 100;

const minuteOf = (second: number) => (second - START_SECONDS) / 60;

function thinned(samples: readonly Sample[]): readonly Point[] {
  const every = Math.max(1, Math.ceil(samples.length / MAX_POINTS));
  const seconds = ((samples[1]?.second ?? 1) - (samples[0]?.second ?? 0)) * every;
  const points: Point[] = [];
  for (let index = 0; index + every <= samples.length; index += every) {
    const group = samples.slice(index, index + every);
    const worst = group.reduce((a, b) => (b.healthyTasks < a.healthyTasks ? b : a));
    const failedRequests = group.reduce((sum, sample) => sum + sample.failedRequests, 0);
    points.push({ ...worst, second: group[0]?.second ?? worst.second, failedRequests, seconds });
  }
  return points;
}
