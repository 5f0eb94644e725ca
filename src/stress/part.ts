import { z } from "zod";
import { SCENARIOS } from "./scenarios";
import { StressError } from "./stress-error";
import { type Suite, workOf } from "./suite";
import type { Answer } from "./work";

/** A machine's share of the work: the k-th of n, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What a shard does of the work: every n-th piece, so that each has some of every kind. */
export function shareOf<Item>(items: readonly Item[], { index, count }: Shard): readonly Item[] {
  return items.filter((_, position) => position % count === index - 1);
}

/** What a shard has found out, as text of a file: whole again once all of them are merged. */
export function partText(suite: Suite, digest: string, shard: Shard, answers: readonly Answer[]): string {
  const { scenarios, ...rest } = suite;
  const part = { kind: KIND, digest, shard, suite: { ...rest, scenarios: scenarios.map(({ id }) => id) }, answers };
  return `${JSON.stringify(part, (_, value) => (value === Number.POSITIVE_INFINITY ? NEVER : value))}\n`;
}

const KIND = "ballast-stress-part";
/** JSON has no infinity. */
const NEVER = "∞";

const whole = z.number().int().positive();
const schema = z.strictObject({
  kind: z.literal(KIND),
  digest: z.string(),
  shard: z.strictObject({ index: whole, count: whole }),
  suite: z.strictObject({
    environment: z.string(),
    seed: whole,
    runs: whole,
    analyses: z.boolean(),
    reasons: z.record(z.string(), z.string()),
    spotTraces: z.array(
      z.strictObject({ file: z.string(), type: z.string(), zone: z.string(), seconds: z.number().positive() }),
    ),
    unmodelledAlarms: z.array(z.strictObject({ name: z.string(), why: z.string() })),
    scenarios: z.array(z.enum(SCENARIOS.map(({ id }) => id))),
  }),
  answers: z.array(z.unknown()),
});

type Part = z.infer<typeof schema>;

/**
 * Puts the parts of a suite together, whatever their order.
 * @returns the suite, and the answer of each piece of its work
 * @throws StressError where one isn't a part, one is missing or there twice, or they aren't of the same suite
 */
export function mergeParts(texts: readonly (readonly [file: string, text: string])[]): {
  readonly suite: Suite;
  readonly answers: readonly Answer[];
} {
  const parts = texts.map(([file, text]) => ({ file, part: parsePart(file, text) }));
  const [first] = parts;
  if (first === undefined) throw new StressError("no part to merge; expected the files that --out has written");
  const { count } = first.part.shard;
  for (const { file, part } of parts) {
    if (part.digest !== first.part.digest || part.shard.count !== count || !isSameSuite(part, first.part)) {
      throw new StressError(`${file}: of another suite than ${first.file}; all parts must come of the same command`);
    }
  }
  const byIndex = new Map<number, (typeof parts)[number]>();
  for (const entry of parts) {
    const other = byIndex.get(entry.part.shard.index);
    if (other !== undefined) throw new StressError(`${entry.file}: the same part as ${other.file}`);
    byIndex.set(entry.part.shard.index, entry);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0) throw new StressError(`part ${missing.join(", ")} of ${count} is missing`);

  const suite = {
    ...first.part.suite,
    scenarios: SCENARIOS.filter(({ id }) => first.part.suite.scenarios.includes(id)),
  };
  const answers = workOf(suite).map((_, position) => {
    const entry = byIndex.get((position % count) + 1);
    const answer = entry?.part.answers[Math.floor(position / count)];
    if (answer === undefined) throw new StressError(`${entry?.file}: half a part; run its shard again`);
    return answer as Answer;
  });
  return { suite, answers };
}

const isSameSuite = (a: Part, b: Part) => JSON.stringify(a.suite) === JSON.stringify(b.suite);

function parsePart(file: string, text: string): Part {
  let content: unknown;
  try {
    content = JSON.parse(text, (_, value) => (value === NEVER ? Number.POSITIVE_INFINITY : value));
  } catch {
    throw new StressError(`${file}: not JSON; expected a file that --out has written`);
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw new StressError(
    `${file}: not a part of a stress suite; expected a file that --out of this version has written`,
  );
}
