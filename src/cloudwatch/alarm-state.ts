import type { AlarmState } from "./alarm-rules";

/** What no data point means: `treat_missing_data`. */
export type MissingData = "breaching" | "ignore" | "missing" | "notBreaching";

export interface Evaluation {
  /** Data points that are looked at, and how many of them must breach: `evaluation_periods`, `datapoints_to_alarm`. */
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly missing: MissingData;
}

/** Data points that CloudWatch asks for beyond the evaluation periods: as in the user guide's examples, five for three. */
const FURTHER_POINTS = 2;

/** Data points that an alarm may need, the last one the newest. */
export const evaluationRange = ({ evaluationPeriods }: Evaluation): number => evaluationPeriods + FURTHER_POINTS;

/**
 * The state of an alarm on a metric.
 * @param isBreaching the data points of its evaluation range, the last one the newest; `undefined`: there is none
 * @param current the state that it is in
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function alarmState(
  isBreaching: readonly (boolean | undefined)[],
  { evaluationPeriods, datapointsToAlarm, missing }: Evaluation,
  current: AlarmState,
): AlarmState {
  const there = isBreaching.filter((point) => point !== undefined);
  // With as many as are needed, however far back, what is missing doesn't matter.
  const counted = there.slice(-evaluationPeriods);
  const breaching = counted.filter((point) => point).length;
  if (breaching >= datapointsToAlarm) return "ALARM";
  const filled = evaluationPeriods - counted.length;
  if (filled === 0 || missing === "notBreaching") return "OK";
  if (missing === "breaching") return breaching + filled >= datapointsToAlarm ? "ALARM" : "OK";
  if (counted.length === 0) return missing === "ignore" ? current : "INSUFFICIENT_DATA";
  if (breaching < counted.length) return "OK";
  // All that are there breach: it rings once the oldest is old enough, so that one stray point rings nothing.
  const age = isBreaching.length - isBreaching.indexOf(true);
  return missing === "missing" && age >= datapointsToAlarm ? "ALARM" : current;
}
