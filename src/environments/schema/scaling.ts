import { z } from "zod";
import { wholeNumber } from "./values";

const schedule = z.strictObject({
  /** Name of the scheduled action, e.g. `"night"`. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, "lower-case letters, digits and hyphens, 31 at most"),
  /** `cron(minute hour day month weekday year)`, e.g. `"cron(0 22 * * ? *)"`, or `rate(…)`, `at(…)`. */
  schedule: z.string().regex(/^(cron|rate|at)\(.+\)$/, "cron(…), rate(…) or at(…)"),
  /**
   * IANA time zone of the schedule.
   * @default "UTC"
   */
  timezone: z.string().default("UTC"),
  /** Fewest tasks from then on. */
  minTasks: wholeNumber(0, 5000),
  /** Most tasks from then on. */
  maxTasks: wholeNumber(1, 5000),
});

export const scaling = z.strictObject({
  /** Fewest tasks. At least two, or one lost instance is an outage. */
  minTasks: wholeNumber(0, 5000),
  /** Most tasks. */
  maxTasks: wholeNumber(1, 5000),
  /**
   * Mean CPU of the service that scaling aims at, in percent of its reservation, 10–90.
   * @default 60
   */
  cpuPercent: wholeNumber(10, 90).default(60),
  /**
   * Requests a task and minute that scaling aims at.
   * @default 1000
   */
  requestsPerTaskPerMinute: wholeNumber(1).default(1000),
  /**
   * Scheduled changes of the two bounds. The schedule then owns the bounds: an edit of `minTasks` or `maxTasks` reaches
   * a running service only when its schedule next fires.
   * @default []
   */
  schedules: z.array(schedule).default([]),
});
