import type { EChartsOption, SeriesOption } from "echarts";
import type { ScenarioResult } from "../../stress/report";
import { START_SECONDS } from "../../stress/scenario";
import { Markup } from "./markup";

type Timeline = ScenarioResult["timeline"][number];
type Sample = Timeline["samples"][number];
/** Several samples as one: the sum of their requests over `seconds`, and the state in which fewest tasks were healthy. */
type Point = Sample & { readonly seconds: number };

const [WIDTH, HEIGHT] = [960, 470];
/** More points than this are not told apart at that width. */
const MAX_POINTS = 240;

/** What is marked under the curves, from top to bottom, by the kinds of events. */
const MARKS: readonly { readonly name: string; readonly kinds: RegExp; readonly color: string }[] = [
  { name: "deployments", kinds: /^deployment-/, color: "var(--running)" },
  { name: "notices", kinds: /^(spot-notice|rebalance-recommendation)$/, color: "var(--spot)" },
  { name: "instances end", kinds: /^instance-gone$/, color: "var(--failed)" },
  { name: "alarms", kinds: /^(alarm|event-rule)/, color: "var(--odd)" },
];

/**
 * Tasks, instances and failed requests of a run over time, with what happened marked below.
 * @param id of its own in the page, for the names within the drawing
 * @param label what it shows, for who doesn't see it
 */
export function picture({ samples, events }: Timeline, id: string, label: string): Markup {
  // Half a second of loading, which only this report needs.
  const { init }: typeof import("echarts") = require("echarts");
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
  chart.setOption(option(thinned(samples), events));
  const drawn = chart.renderToSVGString();
  chart.dispose();
  const svg = drawn
    .replace(/<style[^>]*>.*?<\/style>/gs, "")
    .replace(/ (class|xmlns:xlink|baseProfile|pointer-events)="[^"]*"/g, "")
    // echarts counts its drawings: without its numbers the same report has the same bytes.
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/^<svg /, `<svg role="img" aria-label="${escaped(label)}" `);
  return new Markup(svg);
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

function option(samples: readonly Point[], events: Timeline["events"]): EChartsOption {
  const from = Math.max(0, START_SECONDS - 300);
  const shown = samples.filter(({ second }) => second >= from);
  const zones = [...new Set(shown.flatMap((sample) => Object.keys(sample.zones)))].sort();
  const x = (second: number) => (second - START_SECONDS) / 60;
  const line = (name: string, grid: number, color: string, value: (sample: Point) => number, more: object = {}) =>
    ({
      ...{ type: "line", name, xAxisIndex: grid, yAxisIndex: grid, step: "end", showSymbol: false, animation: false },
      ...{ lineStyle: { color, width: 1.75 }, itemStyle: { color } },
      data: shown.map((sample) => [x(sample.second), value(sample)]),
      ...more,
    }) as SeriesOption;
  const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3]];
  const marks = MARKS.map(({ kinds, color }, row) => ({
    ...{ type: "scatter", xAxisIndex: 3, yAxisIndex: 3, symbol: "rect", symbolSize: [3, 10], itemStyle: { color } },
    animation: false,
    data: minutesOf(events.filter(({ kind, time }) => kinds.test(kind) && time >= from)).map((minute) => [minute, row]),
  })) as SeriesOption[];
  return {
    animation: false,
    textStyle: { fontFamily: "system-ui, sans-serif" },
    legend: [
      legend(["desired", "running", "healthy"], 2),
      legend(["On-Demand", "Spot", ...zones], 132),
      legend(["failed requests a second"], 262),
    ],
    grid: [grid(28, 90), grid(158, 90), grid(288, 60), grid(366, 72)],
    xAxis: [0, 1, 2, 3].map((index) => axis(index, x(from), x(shown.at(-1)?.second ?? from))),
    yAxis: [...[0, 1, 2].map(values), names()],
    series: [
      line("desired", 0, "var(--desired)", (sample) => sample.desiredTasks, {
        lineStyle: { color: "var(--desired)", width: 1.5, type: [4, 4] },
      }),
      line("running", 0, "var(--running)", (sample) => sample.runningTasks),
      line("healthy", 0, "var(--healthy)", (sample) => sample.healthyTasks),
      line("On-Demand", 1, "var(--on-demand)", (sample) => sample.instances.onDemand),
      line("Spot", 1, "var(--spot)", (sample) => sample.instances.spot),
      ...zones.map((zone, index) =>
        line(zone, 1, "var(--quiet)", (sample) => sample.zones[zone] ?? 0, {
          lineStyle: { color: "var(--quiet)", width: 1, type: dashes[(index + 1) % dashes.length] },
        }),
      ),
      line("failed requests a second", 2, "var(--failed)", (sample) => sample.failedRequests / sample.seconds, {
        areaStyle: { color: "var(--failed)", opacity: 0.25 },
      }),
      ...marks,
    ],
  };
}

const legend = (data: readonly string[], top: number) => ({
  ...{ data: [...data], top, left: 84, itemWidth: 18, itemHeight: 8, itemGap: 18, icon: "roundRect" },
  textStyle: { color: "var(--text)", fontSize: 12 },
});

const grid = (top: number, height: number) => ({ left: 92, right: 14, top, height });

/** Minutes from the disturbance on. */
const axis = (gridIndex: number, min: number, max: number) => ({
  ...{ type: "value" as const, gridIndex, min, max: Math.ceil(max) },
  axisLabel: { show: gridIndex === 3, color: "var(--quiet)", formatter: "{value} min", hideOverlap: true },
  axisLine: { lineStyle: { color: "var(--line)" }, onZero: false },
  splitLine: { lineStyle: { color: "var(--line)" } },
  axisTick: { show: gridIndex === 3 },
});

const values = (gridIndex: number) => ({
  ...{ type: "value" as const, gridIndex, min: 0, minInterval: gridIndex === 2 ? 0 : 1, splitNumber: 2 },
  // Nothing at all is a line at the bottom, not in the middle.
  max: ({ max }: { max: number }) => (max === 0 ? 1 : undefined) as unknown as number,
  axisLabel: { color: "var(--quiet)" },
  splitLine: { lineStyle: { color: "var(--line)" } },
});

const names = () => ({
  ...{ type: "category" as const, gridIndex: 3, inverse: true, data: MARKS.map(({ name }) => name) },
  axisLabel: { color: "var(--quiet)", interval: 0, fontSize: 11 },
  axisLine: { show: false },
  axisTick: { show: false },
});

/** Tenths of minutes in which something happened: marks that would cover one another are one. */
function minutesOf(events: Timeline["events"]): readonly number[] {
  return [...new Set(events.map(({ time }) => Math.round((time - START_SECONDS) / 6) / 10))];
}

function thinned(samples: Timeline["samples"]): readonly Point[] {
  const every = Math.max(1, Math.ceil(samples.length / MAX_POINTS));
  const seconds = ((samples[1]?.second ?? 0) - (samples[0]?.second ?? 0)) * every;
  const points: Point[] = [];
  for (let index = 0; index + every <= samples.length; index += every) {
    const group = samples.slice(index, index + every);
    const worst = group.reduce((a, b) => (b.healthyTasks < a.healthyTasks ? b : a));
    const failedRequests = group.reduce((sum, sample) => sum + sample.failedRequests, 0);
    points.push({ ...worst, second: group.at(-1)?.second ?? worst.second, failedRequests, seconds });
  }
  return points;
}
