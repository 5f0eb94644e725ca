import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { ExitCode } from "../src/cli/exit-code";
import { PEERS, PROJECT, sideBySide, withServices } from "./contestants";
import { describeMachine } from "./machine";
import { ContestantError, measureInTurns, type Run } from "./measure";
import { markdown } from "./report";
import { growthOf, judge, type Results } from "./results";

const HELP = `npm run bench [-- --runs N]

Times the synthesis of production beside AWS CDK's of a like platform, and its growth with the number of services. Writes
bench/results/DATE-synthesis.{json,md}. Needs the peers: npm ci --prefix bench/peers

  --runs N  counted runs of each (default 7); more on a machine that has other work
  --help    this text

Exit code: 0 the claims hold, 1 one is missed, 2 bad input, a peer that isn't installed or a run that failed.
`;
const SERVICE_COUNTS = [2, 10, 25, 50];

/** A mistake of the user's, told in one line. */
class UsageError extends Error {}

function main(args: readonly string[]): ExitCode {
  const runs = parseRuns(args);
  if (runs === "help") {
    process.stdout.write(HELP);
    return ExitCode.OK;
  }
  if (!existsSync(join(PEERS, "node_modules", "aws-cdk-lib"))) {
    throw new UsageError("the peers aren't installed: npm ci --prefix bench/peers");
  }
  const results = measureAll(runs);
  const text = markdown(results);
  process.stdout.write(text);
  const folder = join(__dirname, "results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${results.date}-synthesis`);
  writeFileSync(`${file}.json`, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(`${file}.md`, text);
  progress(`written to ${relative(PROJECT, file)}.{json,md}`);
  return results.claims.every(({ holds }) => holds) ? ExitCode.OK : ExitCode.FINDINGS;
}

function parseRuns(args: readonly string[]): number | "help" {
  const options = { runs: { type: "string", default: "7" }, help: { type: "boolean", default: false } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return "help";
    if (!/^[1-9]\d?$/.test(values.runs)) throw new UsageError(`--runs is "${values.runs}"; allowed: 1 to 99`);
    return Number(values.runs);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}

function measureAll(runs: number): Results {
  const machine = describeMachine();
  const measured = measureInTurns(sideBySide, runs, (round) => progress(`side by side, round ${round} of ${runs}`));
  const compared = sideBySide.map(({ name, description }, index) => ({
    name,
    description,
    runs: measured[index] ?? [],
  }));
  const growth = measureGrowth(runs);
  return {
    date: new Date().toISOString().slice(0, 10),
    command: `npm run bench -- --runs ${runs}`,
    machine,
    sideBySide: compared,
    growth,
    claims: judge(compared, growth),
  };
}

/** Every number of services of every contestant in each round, so that a busy minute bends no line. */
function measureGrowth(runs: number) {
  const contestants = SERVICE_COUNTS.flatMap((count) =>
    withServices(count).map((contestant) => ({ count, contestant })),
  );
  const measured = measureInTurns(
    contestants.map(({ contestant }) => contestant),
    runs,
    (round) => progress(`growth, round ${round} of ${runs}`),
  );
  const byName = new Map<string, Map<number, readonly Run[]>>();
  contestants.forEach(({ count, contestant: { name } }, index) => {
    byName.set(name, (byName.get(name) ?? new Map()).set(count, measured[index] ?? []));
  });
  return [...byName].map(([name, runsByCount]) => growthOf(name, runsByCount));
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ContestantError)) throw error;
  progress(error.message);
  process.exitCode = ExitCode.BAD_INPUT;
}
