import { html, type Markup } from "./markup";

/** A quantity over time, which keeps a value until its next one. */
export interface Curve {
  readonly name: string;
  /** Class of the style sheet that colours it. */
  readonly paint: string;
  readonly values: readonly number[];
}

/** Curves over one another, or stacked: then each shows its share of the sum. */
export interface Panel {
  readonly title: string;
  readonly height: number;
  readonly curves: readonly Curve[];
  /** @default false */
  readonly isStacked?: boolean;
  /** Whether there are no fractions of it. @default true */
  readonly isWhole?: boolean;
}

/** Moments of a kind, as ticks on a row of their own. */
export interface Row {
  readonly name: string;
  readonly paint: string;
  readonly minutes: readonly number[];
}

const WIDTH = 720;
/** Where the plots begin and end. */
const [LEFT, RIGHT] = [100, WIDTH - 24];
const [HEAD, GAP, ROW, FOOT] = [20, 12, 15, 20];

/**
 * Panels with one axis of time, rows of marks below them.
 * @param minutes when each of the curves' values begins
 * @param label what it shows, for who doesn't see it
 */
export function chart(
  {
    panels,
    rows,
    minutes,
  }: { readonly panels: readonly Panel[]; readonly rows: readonly Row[]; readonly minutes: readonly number[] },
  label: string,
): Markup {
  const [from, to] = [minutes[0] ?? 0, Math.max(...minutes)];
  const x = (minute: number) => round(LEFT + ((minute - from) / Math.max(to - from, 1)) * (RIGHT - LEFT));
  const xs = minutes.map(x);
  const times = timeTicks(from, to);
  let top = 0;
  const starts: string[] = [];
  const drawn = panels.map((panel) => {
    const begin = top;
    starts.push(`M${x(0)} ${begin + HEAD}v${panel.height}`);
    top += HEAD + panel.height + GAP;
    return drawPanel(panel, begin, xs, times.map(x));
  });
  const bottom = top + rows.length * ROW;
  starts.push(`M${x(0)} ${top}V${bottom}`);
  const height = bottom + FOOT;
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">
${drawn}${rows.map((row, index) => drawRow(row, top + index * ROW, x))}
<path class="start" d="${starts.join("")}"/>
${times.map((minute) => html`<text class="tick" x="${x(minute)}" y="${height - 5}" text-anchor="middle">${timeLabel(minute, to)}</text>`)}
</svg>`;
}

function drawPanel(
  { title, height, curves, isStacked = false, isWhole = true }: Panel,
  begin: number,
  xs: readonly number[],
  times: readonly number[],
): Markup {
  const lines = isStacked ? stacked(curves) : curves;
  const ticks = valueTicks(Math.max(0, ...lines.flatMap(({ values }) => values)), isWhole);
  const [top, base] = [begin + HEAD, begin + HEAD + height];
  const scale = height / (ticks.at(-1) ?? 1);
  const y = (value: number) => round(base - value * scale);
  return html`<text class="title" x="${LEFT}" y="${begin + 13}"><tspan class="name">${title}</tspan>${curves.map(({ name, paint }) => name !== "" && html`<tspan class="key ${paint}" dx="14">■</tspan><tspan dx="4">${name}</tspan>`)}</text>
<path class="grid" d="${times.map((time) => `M${time} ${top}V${base}`).join("")}${ticks.map((tick) => `M${LEFT} ${y(tick)}H${RIGHT}`).join("")}"/>
${ticks.map((tick) => html`<text class="tick" x="${LEFT - 6}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`)}
${[...lines].reverse().map(({ paint, values }) => {
  const steps = stepPath(xs, values.map(y));
  return isStacked || paint === "desired"
    ? html`<path class="area ${paint}" d="${steps}V${base}H${xs[0] ?? LEFT}Z"/>`
    : html`<path class="line ${paint}" d="${steps}"/>`;
})}
`;
}

function drawRow({ name, paint, minutes }: Row, top: number, x: (minute: number) => number): Markup {
  const places = [...new Set(minutes.map((minute) => Math.round(x(minute))))];
  return html`<text class="tick" x="${LEFT - 6}" y="${top + 10}" text-anchor="end">${name}</text><path class="line mark-line ${paint}" d="${places.map((place) => `M${place} ${top + 1}v10`).join("")}"/>
`;
}

/** Horizontal until the value changes, then vertical. */
function stepPath(xs: readonly number[], ys: readonly number[]): string {
  let path = `M${xs[0]} ${ys[0]}`;
  for (let index = 1; index < ys.length; index += 1) {
    if (ys[index] !== ys[index - 1]) path += `H${xs[index]}V${ys[index]}`;
  }
  return `${path}H${xs.at(-1)}`;
}

/** Each curve with those before it. */
function stacked(curves: readonly Curve[]): readonly Curve[] {
  let sums: readonly number[] = [];
  return curves.map((curve) => {
    sums = curve.values.map((value, index) => value + (sums[index] ?? 0));
    return { ...curve, values: sums };
  });
}

/** Nothing and three or four steps up to the largest value; fewer where it is small. */
function valueTicks(largest: number, isWhole: boolean): readonly number[] {
  const rough = largest / 3;
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const nice = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const step = isWhole ? Math.max(1, Math.ceil(nice)) : nice || 1;
  const steps = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

/** Minutes between two labels of the axis. */
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440];
/** More labels than these are in each other's way. */
const MOST_LABELS = 9;

function timeTicks(from: number, to: number): readonly number[] {
  const step = TIME_STEPS.find((size) => (to - from) / size <= MOST_LABELS) ?? to - from;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) => (first + index) * step);
}

/** Beyond these minutes the axis counts hours. */
const HOURS_FROM = 300;

const timeLabel = (minute: number, to: number) =>
  to > HOURS_FROM ? `${Number((minute / 60).toFixed(1))} h` : `${minute} min`;

const round = (value: number) => Math.round(value * 10) / 10;
