import { Cron } from "croner";

/** Moments that recur. Times are seconds since 1970, UTC. */
export interface Schedule {
  /** The first moment after that one; `undefined`: there is none. */
  next(afterSeconds: number): number | undefined;
  /** The last moment up to that one, itself included; `undefined`: there was none. */
  previous(untilSeconds: number): number | undefined;
}

/**
 * A schedule as EventBridge and Application Auto Scaling write it: `cron(0 22 * * ? *)`, `rate(5 minutes)`,
 * `at(2026-06-03T22:00:00)`. A rate counts from 1970 on: its true beginning is nowhere written.
 * @param timezone IANA's name; for `cron` and `at`. @default - UTC
 * @throws RangeError that says what is wrong with it
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function parseSchedule(expression: string, timezone = "UTC"): Schedule {
  const [, kind, body = ""] = /^(cron|rate|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  if (kind === "cron") {
    const fields = body.trim().split(/\s+/);
    if (fields.length !== 6) throw new RangeError(`${expression}: cron takes six fields, got ${fields.length}`);
    if (fields[2] !== "?" && fields[4] !== "?") {
      throw new RangeError(`${expression}: one of day of month and day of week must be ?`);
    }
    return scheduleOf(expression, `0 ${fields.join(" ")}`, timezone);
  }
  if (kind === "rate") return every(expression, body);
  if (kind === "at" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(body)) return scheduleOf(expression, body, timezone);
  throw new RangeError(`${expression}: wanted: cron(…), rate(…) or at(yyyy-mm-ddThh:mm:ss)`);
}

/**
 * A recurrence as EC2 Auto Scaling writes it: five fields, as Unix has them.
 * @param timezone IANA's name. @default - UTC
 * @throws RangeError that says what is wrong with it
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html
 */
export function parseRecurrence(expression: string, timezone = "UTC"): Schedule {
  if (expression.trim().split(/\s+/).length !== 5) throw new RangeError(`${expression}: wanted: five fields`);
  return scheduleOf(expression, expression, timezone, { alternativeWeekdays: false });
}

/** AWS counts weekdays from 1 (Sunday) on, and writes 0/15 for every quarter of an hour. */
function scheduleOf(
  expression: string,
  pattern: string,
  timezone: string,
  options: { readonly alternativeWeekdays: boolean } = { alternativeWeekdays: true },
): Schedule {
  let cron: Cron;
  try {
    cron = new Cron(pattern, { timezone, paused: true, sloppyRanges: true, ...options });
    cron.nextRun(dateOf(0));
  } catch (error) {
    throw new RangeError(`${expression} in ${timezone}: ${error instanceof Error ? error.message : error}`);
  }
  return {
    next: remembered((after) => secondsOf(cron.nextRun(dateOf(after)))),
    previous: remembered((until) => secondsOf(cron.previousRuns(1, dateOf(until + 1))[0])),
  };
}

/** A calendar is slow to ask, and each run of the model asks the same. */
function remembered(ask: (seconds: number) => number | undefined): (seconds: number) => number | undefined {
  const known = new Map<number, number | undefined>();
  return (seconds) => {
    if (!known.has(seconds)) known.set(seconds, ask(seconds));
    return known.get(seconds);
  };
}

const dateOf = (seconds: number) => new Date(seconds * 1000);
const secondsOf = (date: Date | null | undefined) => (date == null ? undefined : date.getTime() / 1000);

const UNIT_SECONDS: { readonly [unit: string]: number } = { minute: 60, hour: 3600, day: 86_400 };

function every(expression: string, body: string): Schedule {
  const [, count, unit = ""] = /^(\d+) (minute|hour|day)s?$/.exec(body.trim()) ?? [];
  const seconds = Number(count) * (UNIT_SECONDS[unit] ?? Number.NaN);
  if (!(seconds > 0)) throw new RangeError(`${expression}: wanted: rate(<number> minutes, hours or days)`);
  return {
    next: (after) => (Math.floor(after / seconds) + 1) * seconds,
    previous: (until) => Math.floor(until / seconds) * seconds,
  };
}
