import { schedules, testBadInput, testGoodInput } from "../../support/bad-input";

describe("a schedule", () => {
  testBadInput([
    ["a schedule's name twice", { [`${schedules}[1].name`]: "night" }, `${schedules}[1].name`, "schedules[0]"],
    [
      "a schedule with fewer tasks at most",
      { [`${schedules}[0].maxTasks`]: 2 },
      `${schedules}[0].minTasks`,
      "at most",
      "2",
    ],
    [
      "an unknown time zone",
      { [`${schedules}[0].timezone`]: "Europe/Berln" },
      `${schedules}[0].timezone`,
      '"Europe/Berlin"',
    ],
    ["an offset for a time zone", { [`${schedules}[0].timezone`]: "+01:00" }, `${schedules}[0].timezone`, "IANA"],
    [
      "a cron expression of five fields",
      { [`${schedules}[0].schedule`]: "cron(0 22 * * *)" },
      `${schedules}[0].schedule`,
      "six fields",
    ],
    [
      "a cron expression with both days",
      { [`${schedules}[0].schedule`]: "cron(0 22 * * * *)" },
      `${schedules}[0].schedule`,
      "?",
    ],
    [
      "the hour 24",
      { [`${schedules}[0].schedule`]: "cron(0 24 * * ? *)" },
      `${schedules}[0].schedule`,
      "hour",
      "0 to 23",
    ],
    [
      "a rate without a unit",
      { [`${schedules}[0].schedule`]: "rate(5)" },
      `${schedules}[0].schedule`,
      "rate(5 minutes)",
    ],
    [
      "a time that isn't one",
      { [`${schedules}[0].schedule`]: "at(2030-13-01T00:00:00)" },
      `${schedules}[0].schedule`,
      "at(yyyy",
    ],
  ]);

  testGoodInput([
    ["an alias of a time zone", { [`${schedules}[0].timezone`]: "US/Eastern" }],
    ["a schedule once", { [`${schedules}[0].schedule`]: "at(2030-01-01T00:00:00)" }],
    ["a schedule on working days", { [`${schedules}[0].schedule`]: "cron(0/30 6-8 ? * MON-FRI *)" }],
  ]);
});
