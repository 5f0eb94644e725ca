import type { Resource } from "../../../plan/plan";
import { judge } from "../../judge";
import type { Check } from "../../rule";

/** Of alarms whose description says numbers; what isn't known before apply isn't compared. */
export const descriptionsSayWhatRings: Check = (plan) =>
  plan.resources("aws_cloudwatch_metric_alarm").flatMap((alarm) => {
    const description = alarm.get("alarm_description");
    if (typeof description !== "string") return [];
    const said = [...timesIn(description, secondsOf(alarm)), ...boundsIn(description, boundOf(alarm))];
    const wrong = said.filter(({ isSo }) => !isSo).map(({ words, truth }) => `"${words}": it is ${truth}`);
    return said.length === 0 ? [] : [judge(alarm.address, wrong.length === 0, wrong.join("; "))];
  });

/** A number in a description, and whether the alarm's own is the same. */
interface Said {
  readonly words: string;
  readonly truth: string;
  readonly isSo: boolean;
}

const WORDS: { readonly [word: string]: number } = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ fifteen: 15, twenty: 20, thirty: 30, forty: 40, "forty-five": 45, sixty: 60, ninety: 90 },
};
const NUMBER = String.raw`(\d+(?:\.\d+)?|${Object.keys(WORDS)
  .sort((one, other) => other.length - one.length)
  .join("|")})`;
const SECONDS: { readonly [unit: string]: number } = { second: 1, minute: 60, hour: 3600 };
/** `for twenty minutes`, `in a minute`: how long an alarm looks. */
const TIME = new RegExp(String.raw`\b(?:for|in|within) ${NUMBER} (second|minute|hour)s?\b`, "gi");
/** `more than 90 %`: what it compares with; `more than one in 10,000` is a share, and not its number. */
const BOUND = new RegExp(String.raw`\b(?:more|less|fewer) than ${NUMBER}\b(?![.,]\d)(?! \w+ in \d)`, "gi");

const numberIn = (number: string): number => WORDS[number.toLowerCase()] ?? Number(number);

function timesIn(description: string, seconds: number): readonly Said[] {
  return [...description.matchAll(TIME)].flatMap(([words, number = "", unit = ""]) => {
    const truth = `${seconds} s`;
    const isSo = numberIn(number) * (SECONDS[unit.toLowerCase()] ?? 0) === seconds;
    return Number.isNaN(seconds) ? [] : [{ words, truth, isSo }];
  });
}

function boundsIn(description: string, bound: number): readonly Said[] {
  return [...description.matchAll(BOUND)].flatMap(([words, number = ""]) =>
    Number.isNaN(bound) ? [] : [{ words, truth: String(bound), isSo: numberIn(number) === bound }],
  );
}

/** `NaN`: known only at apply, or of a metric that it is compared with. */
const boundOf = (alarm: Resource): number => Number(alarm.get("threshold"));

/** Seconds that an alarm looks at: all its periods. */
function secondsOf(alarm: Resource): number {
  const periods = [alarm.get("period"), ...alarm.blocks("metric_query").map((query) => query.get("metric.period"))];
  const known = periods.filter((period) => period !== undefined).map(Number);
  return Math.max(...known) * Number(alarm.get("evaluation_periods"));
}
