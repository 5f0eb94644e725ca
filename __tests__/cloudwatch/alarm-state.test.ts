import type { AlarmState } from "../../src/cloudwatch/alarm-rules";
import { alarmState, evaluationRange, type MissingData } from "../../src/cloudwatch/alarm-state";

const TREATMENTS: readonly MissingData[] = ["missing", "ignore", "breaching", "notBreaching"];
const POINTS: { readonly [sign: string]: boolean | undefined } = { "0": false, X: true, "-": undefined };
/** What `ignore` comes to where nothing decides: the state that it is in. */
const CURRENT: AlarmState = "INSUFFICIENT_DATA";

function statesOf(points: string, evaluationPeriods: number, datapointsToAlarm: number): readonly AlarmState[] {
  const isBreaching = points.split(" ").map((sign) => POINTS[sign]);
  return TREATMENTS.map((missing) =>
    alarmState(isBreaching, { evaluationPeriods, datapointsToAlarm, missing }, CURRENT),
  );
}

/** CloudWatch's user guide, "How alarm state is evaluated when data is missing": 0 is within the threshold, X beyond. */
test.each<[string, AlarmState, AlarmState, AlarmState, AlarmState]>([
  ["0 - X - X", "OK", "OK", "OK", "OK"],
  ["0 - - - -", "OK", "OK", "OK", "OK"],
  ["- - - - -", "INSUFFICIENT_DATA", CURRENT, "ALARM", "OK"],
  ["0 X X - X", "ALARM", "ALARM", "ALARM", "ALARM"],
  ["- - X - -", "ALARM", CURRENT, "ALARM", "OK"],
])("3 out of 3: %s", (points, ...expected) => {
  expect(statesOf(points, 3, 3)).toEqual(expected);
});

test.each<[string, AlarmState, AlarmState, AlarmState, AlarmState]>([
  ["0 - X - X", "ALARM", "ALARM", "ALARM", "ALARM"],
  ["0 0 X 0 X", "ALARM", "ALARM", "ALARM", "ALARM"],
  ["0 - X - -", "OK", "OK", "ALARM", "OK"],
  ["- - - - 0", "OK", "OK", "ALARM", "OK"],
  ["- - - X -", "ALARM", CURRENT, "ALARM", "OK"],
])("2 out of 3: %s", (points, ...expected) => {
  expect(statesOf(points, 3, 2)).toEqual(expected);
});

test.each(["- - - - X", "- - - X -"])("3 out of 3: %s isn't old enough to ring", (points) => {
  expect(statesOf(points, 3, 3)).toEqual([CURRENT, CURRENT, "ALARM", "OK"]);
});

test.each<[number, number, string, AlarmState]>([
  [1, 1, "0 0 X", "ALARM"],
  [1, 1, "X X 0", "OK"],
  [5, 5, "X X 0 X X X X", "OK"],
  [5, 5, "0 0 X X X X X", "ALARM"],
  [5, 3, "0 0 X 0 X 0 X", "ALARM"],
  [5, 3, "X X X X 0 0 0", "OK"],
])("%i periods, %i to alarm: %s", (periods, points, sequence, expected) => {
  expect(sequence.split(" ")).toHaveLength(
    evaluationRange({ evaluationPeriods: periods, datapointsToAlarm: points, missing: "missing" }),
  );
  expect(statesOf(sequence, periods, points)).toEqual([expected, expected, expected, expected]);
});
