import { ASSUMPTIONS, type Assumption, type AssumptionId } from "../stress/assumptions";
import { contradictions, type EventKind, eventsOf, type Results, type Seen } from "./results";
import { type Measures, measuresOf } from "./simulate";

/** A measure of the experiment beside what the simulator says of it. */
export interface MeasureRow {
  readonly measure: string;
  readonly observed: number | null;
  /** Lowest, middle and highest of the runs; `null`: in none did it happen. */
  readonly simulated: readonly [number, number, number] | null;
  readonly agrees: boolean;
}

/** An assumption that the experiment has measured. */
export interface AssumptionRow {
  readonly id: AssumptionId;
  readonly observations: number;
  /** Mean, in the assumption's unit. */
  readonly observed: number;
  readonly assumed: Assumption["value"];
  /** Mean of the observed less that of the assumed; 0: no more than chance explains. */
  readonly offBy: number;
}

export interface Comparison {
  readonly environment: string;
  readonly experiment: string;
  readonly contradictions: readonly string[];
  readonly measures: readonly MeasureRow[];
  readonly assumptions: readonly AssumptionRow[];
}

/** Assumed spreads by id, where they aren't the table's. */
export type Calibration = { readonly [id in AssumptionId]?: Assumption["value"] };

/** Between which two events of one instance or task an assumption is seen. */
const SEEN_BETWEEN: readonly (readonly [AssumptionId, EventKind, EventKind])[] = [
  ["instanceLaunchSeconds", "instance-launched", "instance-running"],
  ["instanceRegistrationSeconds", "instance-running", "instance-registered"],
  ["imagePullSeconds", "image-pull-started", "image-pull-ended"],
  ["applicationStartSeconds", "image-pull-ended", "task-running"],
  ["applicationStopSeconds", "task-stopping", "task-stopped"],
];

/** Sets what was seen beside what was simulated. */
export function compare(results: Results, simulated: readonly Measures[], calibration: Calibration): Comparison {
  const events = eventsOf(results);
  const observed = measuresOf(events);
  return {
    environment: results.environment,
    experiment: results.experiment,
    contradictions: contradictions(results),
    measures: Object.entries(observed).map(([measure, value]) => measureRow(measure, value, simulated)),
    assumptions: SEEN_BETWEEN.flatMap(([id, from, to]) => {
      const seconds = secondsBetween(events, from, to);
      return seconds.length === 0 ? [] : [assumptionRow(id, seconds, calibration[id] ?? ASSUMPTIONS[id].value)];
    }),
  };
}

/** Whether the record is of one experiment, and agrees with the simulator. */
export const agrees = ({ contradictions: found, measures, assumptions }: Comparison): boolean =>
  found.length === 0 && measures.every((row) => row.agrees) && assumptions.every(({ offBy }) => offBy === 0);

/** Spreads as they were seen: of each assumption with at least three observations. */
export function calibrate(results: Results): Calibration {
  const events = eventsOf(results);
  return Object.fromEntries(
    SEEN_BETWEEN.flatMap(([id, from, to]) => {
      const seconds = [...secondsBetween(events, from, to)].sort((a, b) => a - b);
      const [lowest, highest] = [seconds[0], seconds.at(-1)];
      if (seconds.length < 3 || lowest === undefined || highest === undefined) return [];
      // A triangle's mean is the mean of its three corners.
      const mode = Math.min(highest, Math.max(lowest, 3 * mean(seconds) - lowest - highest));
      return [[id, [lowest, Math.round(mode * 10) / 10, highest]]];
    }),
  );
}

function measureRow(measure: string, observed: number | null, simulated: readonly Measures[]): MeasureRow {
  const values = simulated.flatMap((run) => run[measure] ?? []).sort((a, b) => a - b);
  const [lowest, highest] = [values[0], values.at(-1)];
  const middle = values[Math.floor(values.length / 2)];
  if (lowest === undefined || middle === undefined || highest === undefined) {
    return { measure, observed, simulated: null, agrees: observed === null };
  }
  const happensAlways = values.length === simulated.length;
  const isWithin = observed === null ? !happensAlways : observed >= lowest && observed <= highest;
  return { measure, observed, simulated: [lowest, middle, highest], agrees: isWithin };
}

/** Beyond three standard errors of the mean, chance explains a difference once in some 370 cases. */
function assumptionRow(id: AssumptionId, seconds: readonly number[], assumed: Assumption["value"]): AssumptionRow {
  const { mean: expected, deviation } = momentsOf(assumed);
  const difference = mean(seconds) - expected;
  const isChance = Math.abs(difference) <= Math.max(1, (3 * deviation) / Math.sqrt(seconds.length));
  return {
    id,
    observations: seconds.length,
    observed: rounded(mean(seconds)),
    assumed,
    offBy: isChance ? 0 : rounded(difference),
  };
}

/** Of one value, of an even spread, or of a triangle. */
function momentsOf([first, second, third]: Assumption["value"]): { readonly mean: number; readonly deviation: number } {
  if (second === undefined) return { mean: first, deviation: 0 };
  if (third === undefined) return { mean: (first + second) / 2, deviation: (second - first) / Math.sqrt(12) };
  const variance = (first ** 2 + second ** 2 + third ** 2 - first * second - first * third - second * third) / 18;
  return { mean: (first + second + third) / 3, deviation: Math.sqrt(variance) };
}

function secondsBetween(events: readonly Seen[], from: EventKind, to: EventKind): readonly number[] {
  return events
    .filter(({ kind }) => kind === to)
    .flatMap((end) => {
      const begin = events.find(({ kind, subject }) => kind === from && subject === end.subject);
      return begin === undefined ? [] : [end.second - begin.second];
    });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number): number => Math.round(value * 10) / 10;
