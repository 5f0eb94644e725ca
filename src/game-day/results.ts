import { z } from "zod";

/** What an experiment's events are: the simulator's own words, and four that AWS tells and it doesn't. */
export const EVENT_KINDS = [
  "spot-notice",
  "instance-gone",
  "instance-launched",
  "instance-running",
  "instance-registered",
  "image-pull-started",
  "image-pull-ended",
  "task-pending",
  "task-running",
  "task-healthy",
  "task-stopping",
  "task-stopped",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Kinds that are counted. */
export const COUNTED = [
  "instance-gone",
  "instance-launched",
  "instance-registered",
  "task-stopped",
  "task-running",
] as const;

const time = z.iso.datetime({ error: "an ISO date and time in UTC" });

/** What was seen in a real experiment. */
export const resultsSchema = z
  .strictObject({
    version: z.literal(1).describe("Of this format."),
    environment: z.string().describe("Name of the environment."),
    experiment: z.string().describe("Id of the experiment, as npm run game-day -- plan names it."),
    startedAt: time.describe("When FIS began its action."),
    endedAt: time.describe("When nobody looked any longer; all events are before."),
    counts: z
      .strictObject(Object.fromEntries(COUNTED.map((kind) => [kind, z.int().min(0)])))
      .describe("How many of each there were, counted apart from the events: by CloudWatch, the console, a person."),
    events: z
      .array(
        z.strictObject({
          at: time,
          kind: z.enum(EVENT_KINDS),
          subject: z.string().min(1).describe("Id of the instance or task."),
        }),
      )
      .min(1)
      .describe("From the activities of the group, DescribeTasks and the events of EventBridge."),
  })
  .meta({ title: "Results of an experiment, for npm run game-day -- compare" });

export type Results = z.output<typeof resultsSchema>;

/** Where its schema is in the project. */
export const GAME_DAY_RESULTS_SCHEMA = "docs/schemas/game-day-results.schema.json";

/** The published JSON Schema of a results file. */
export function gameDayResultsSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(resultsSchema), null, 2)}\n`;
}

/** An event, in seconds from the experiment's beginning. */
export interface Seen {
  readonly second: number;
  readonly kind: string;
  readonly subject: string;
}

/** The events in the order that they came. */
export function eventsOf({ startedAt, events }: Results): readonly Seen[] {
  const start = Date.parse(startedAt);
  return events
    .map(({ at, kind, subject }) => ({ second: (Date.parse(at) - start) / 1000, kind, subject }))
    .sort((one, other) => one.second - other.second);
}

/** What comes before what, of one instance or task. */
const ORDERS: readonly (readonly EventKind[])[] = [
  ["instance-launched", "instance-running", "instance-registered", "spot-notice", "instance-gone"],
  [
    "task-pending",
    "image-pull-started",
    "image-pull-ended",
    "task-running",
    "task-healthy",
    "task-stopping",
    "task-stopped",
  ],
];

/** Where a results file contradicts itself, a sentence each: it is no record of one experiment. */
export function contradictions(results: Results): readonly string[] {
  const events = eventsOf(results);
  const windowSeconds = (Date.parse(results.endedAt) - Date.parse(results.startedAt)) / 1000;
  const found: string[] = [];
  if (windowSeconds <= 0) found.push(`endedAt ${results.endedAt} isn't after startedAt ${results.startedAt}`);
  for (const { second, kind, subject } of events) {
    if (second < 0) found.push(`${kind} of ${subject} is ${-second} s before the experiment began`);
    if (second > windowSeconds) found.push(`${kind} of ${subject} is ${second - windowSeconds} s after its end`);
  }
  for (const kind of COUNTED) {
    const number = events.filter((event) => event.kind === kind).length;
    const counted = results.counts[kind];
    if (number !== counted) found.push(`counts say ${counted} × ${kind}, the events are ${number}`);
  }
  return [...found, ...outOfOrder(events)];
}

function outOfOrder(events: readonly Seen[]): readonly string[] {
  const bySubject = new Map<string, Seen[]>();
  for (const event of events) bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event]);
  return [...bySubject].flatMap(([subject, own]) =>
    own.slice(1).flatMap((event, index) => {
      const before = own[index];
      if (before === undefined) return [];
      if (own.findIndex(({ kind }) => kind === event.kind) <= index) return [`${subject} has ${event.kind} twice`];
      const isWrong = ORDERS.some((order) => {
        const [place, placeBefore] = [order.indexOf(event.kind as EventKind), order.indexOf(before.kind as EventKind)];
        return place >= 0 && placeBefore > place && event.second > before.second;
      });
      return isWrong ? [`${subject} has ${event.kind} after ${before.kind}`] : [];
    }),
  );
}
