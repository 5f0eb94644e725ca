import { parseRecurrence, parseSchedule } from "../../src/catalogue/schedule";

const seconds = (date: string) => Date.parse(date) / 1000;
const WEDNESDAY = seconds("2026-06-03T12:00:00Z");

// Amazon EventBridge Scheduler's user guide, schedule-types, and EventBridge's user guide, scheduled rules: what the
// examples mean.
test.each([
  ["cron(0 10 * * ? *)", "2026-06-04T10:00:00Z"],
  ["cron(15 12 * * ? *)", "2026-06-03T12:15:00Z"],
  ["cron(0 18 ? * MON-FRI *)", "2026-06-03T18:00:00Z"],
  ["cron(0 8 1 * ? *)", "2026-07-01T08:00:00Z"],
  ["cron(0/15 * * * ? *)", "2026-06-03T12:15:00Z"],
  ["cron(0/10 * ? * MON-FRI *)", "2026-06-03T12:10:00Z"],
  ["cron(0 9 ? * 2#1 *)", "2026-07-06T09:00:00Z"],
  ["cron(0 0 ? * 6L *)", "2026-06-26T00:00:00Z"],
  ["cron(15 10 L * ? *)", "2026-06-30T10:15:00Z"],
  ["cron(0 12 ? * 1 *)", "2026-06-07T12:00:00Z"],
  // The 15th of August is a Saturday: the nearest weekday is the 14th.
  ["cron(0 12 15W 8 ? 2026)", "2026-08-14T12:00:00Z"],
  ["rate(5 minutes)", "2026-06-03T12:05:00Z"],
  ["rate(1 hour)", "2026-06-03T13:00:00Z"],
  ["at(2026-11-20T13:00:00)", "2026-11-20T13:00:00Z"],
])("%s", (expression, next) => {
  expect(parseSchedule(expression).next(WEDNESDAY)).toBe(seconds(next));
});

test("in a zone, on both sides of its summer time", () => {
  const night = parseSchedule("cron(0 22 * * ? *)", "America/New_York");
  expect(night.next(WEDNESDAY)).toBe(seconds("2026-06-04T02:00:00Z"));
  expect(night.next(seconds("2026-12-01T12:00:00Z"))).toBe(seconds("2026-12-02T03:00:00Z"));
});

test("what was before", () => {
  const night = parseSchedule("cron(0 22 * * ? *)", "America/New_York");
  expect(night.previous(WEDNESDAY)).toBe(seconds("2026-06-03T02:00:00Z"));
  expect(night.previous(seconds("2026-06-03T02:00:00Z"))).toBe(seconds("2026-06-03T02:00:00Z"));
  expect(parseSchedule("at(2026-11-20T13:00:00)").previous(WEDNESDAY)).toBeUndefined();
  expect(parseSchedule("rate(1 day)").previous(WEDNESDAY)).toBe(seconds("2026-06-03T00:00:00Z"));
});

test("once means once", () => {
  expect(parseSchedule("at(2026-06-01T00:00:00)").next(WEDNESDAY)).toBeUndefined();
  expect(parseSchedule("cron(0 12 1 1 ? 2025)").next(WEDNESDAY)).toBeUndefined();
});

test("an Auto Scaling group's recurrence is Unix's: Sunday is 0", () => {
  expect(parseRecurrence("0 22 * * 1-5").next(WEDNESDAY)).toBe(seconds("2026-06-03T22:00:00Z"));
  expect(parseRecurrence("0 6 * * 0", "Europe/Berlin").next(WEDNESDAY)).toBe(seconds("2026-06-07T04:00:00Z"));
});

test.each([
  ["0 22 * * ? *", "wanted: cron(…)"],
  ["cron(0 22 * * *)", "six fields, got 5"],
  ["cron(0 22 * * * *)", "must be ?"],
  ["cron(0 25 * * ? *)", "hour"],
  ["rate(0 minutes)", "wanted: rate"],
  ["rate(5 fortnights)", "wanted: rate"],
  ["at(tomorrow)", "wanted: cron(…)"],
])("%s is refused", (expression, why) => {
  expect(() => parseSchedule(expression)).toThrow(RangeError);
  expect(() => parseSchedule(expression)).toThrow(why);
});

test("so is a zone that isn't one", () => {
  expect(() => parseSchedule("cron(0 22 * * ? *)", "Europe/Atlantis")).toThrow(RangeError);
  expect(() => parseRecurrence("0 22 * *")).toThrow("five fields");
});
