import type { Environment } from "../schema";
import { describe } from "./describe";
import type { Draft, Finding } from "./finding";
import { exceeds, given, repeated } from "./lists";
import { didYouMean } from "./nearest";

/** The scaling schedules, of each service: names, bounds, time zones, and expressions that AWS takes. */
export function* scheduleFindings({ services }: Draft<Environment>): Generator<Finding> {
  for (const [service, { scaling }] of given(services)) {
    const list = `services[${service}].scaling.schedules`;
    for (const [index, { minTasks, maxTasks, timezone, schedule }] of given(scaling?.schedules)) {
      const path = `${list}[${index}]`;
      if (exceeds(minTasks, maxTasks)) {
        yield { path: `${path}.minTasks`, got: describe(minTasks), allowed: `at most its maxTasks, ${maxTasks}` };
      }
      const wrong = schedule === undefined ? undefined : wrongExpression(schedule);
      if (wrong !== undefined) yield { path: `${path}.schedule`, got: describe(schedule), allowed: wrong };
      if (timezone !== undefined && !isTimezone(timezone)) {
        const allowed = `${didYouMean(timezone, Intl.supportedValuesOf("timeZone"))}An IANA time zone, e.g. "Europe/Berlin"`;
        yield { path: `${path}.timezone`, got: describe(timezone), allowed };
      }
    }
    for (const { index, value, first } of repeated(scaling?.schedules?.map((schedule) => schedule?.name))) {
      const allowed = `a name of its own: it is schedules[${first}]'s already`;
      yield { path: `${list}[${index}].name`, got: describe(value), allowed };
    }
  }
}

function isTimezone(name: string): boolean {
  // The list costs a tenth of a formatter, but has no aliases.
  if (name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name)) return true;
  // The runtime takes offsets and any case; AWS takes the names, as they are written.
  if (!/^[A-Z][A-Za-z]+(\/[A-Z][\w+-]*)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What an expression of Application Auto Scaling should be, where it isn't. */
function wrongExpression(expression: string): string | undefined {
  const [, kind, content = ""] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? [];
  switch (kind) {
    case "cron":
      return wrongCron(content.trim().split(/\s+/));
    case "rate":
      return /^(1 (minute|hour|day)|([2-9]|[1-9]\d+) (minutes|hours|days))$/.test(content)
        ? undefined
        : "rate(value unit), e.g. rate(1 hour) or rate(5 minutes)";
    default:
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(content) && !Number.isNaN(Date.parse(`${content}Z`))
        ? undefined
        : "at(yyyy-mm-ddThh:mm:ss)";
  }
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}
const CRON_FIELDS: readonly CronField[] = [
  { name: "minute", min: 0, max: 59, names: [] },
  { name: "hour", min: 0, max: 23, names: [] },
  { name: "day of the month", min: 1, max: 31, names: [] },
  { name: "month", min: 1, max: 12, names: MONTHS },
  { name: "day of the week", min: 1, max: 7, names: DAYS },
  { name: "year", min: 1970, max: 2199, names: [] },
];

function wrongCron(fields: readonly string[]): string | undefined {
  if (fields.length !== CRON_FIELDS.length) {
    return "cron with six fields, (minute hour day-of-month month day-of-week year), e.g. cron(0 22 * * ? *)";
  }
  if ((fields[2] === "?") === (fields[4] === "?")) {
    return "cron with ? in one of day of the month and day of the week, e.g. cron(0 22 * * ? *)";
  }
  const wrong = CRON_FIELDS.find((field, index) => !isCronField(fields[index] ?? "", field));
  return wrong && `a ${wrong.name} that cron knows: ${wrong.min} to ${wrong.max}, or *, with , - and /`;
}

function isCronField(text: string, { min, max, names }: CronField): boolean {
  if (text === "*") return true;
  const isDay = max === 31 || max === 7;
  if (text === "?") return isDay;
  // L, W and # are particular to days; AWS says the rest.
  if (isDay && /^(\d{0,2}L|LW|\d{1,2}W|[1-7]#[1-5])$/.test(text)) return true;
  const value = (part: string): number => {
    const position = names.indexOf(part.toUpperCase());
    return position < 0 ? (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN) : min + position;
  };
  const isInside = (part: string): boolean => value(part) >= min && value(part) <= max;
  return text.split(",").every((item) => {
    const [range = "", step, ...more] = item.split("/");
    const ends = range.split("-");
    const isRange = range === "*" || (ends.length <= 2 && ends.every(isInside));
    return isRange && more.length === 0 && (step === undefined || /^[1-9]\d{0,3}$/.test(step));
  });
}
