import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { ExitCode } from "../src/cli/exit-code";
import { PEERS, PROJECT, sideBySide, withServices } from "./contestants";
import { measureGuardrails } from "./guardrails/growth";
import { guardrailsMarkdown } from "./guardrails/report";
import { summarize } from "./guardrails/results";
import { describeMachine } from "./machine";
import { ContestantError, measureInTurns, type Run } from "./measure";
import { markdown } from "./report";
import { type Claim, growthOf, judge, type Results } from "./results";
import { simulatorMarkdown } from "./simulator/report";
import { judgeThroughput } from "./simulator/results";
import { measureThroughput, QUEUE } from "./simulator/throughput";
import { measureLosses } from "./stress/grow";
import { stressMarkdown, summarizeLosses } from "./stress/results";

const PARTS = ["guardrails", "simulator", "stress", "synthesis"] as const;
const HELP = `npm run bench [-- --part PART --runs N]

guardrails  judges plans of 250 to 2000 resources, from their text to the report
simulator   runs the same M/M/c queue in the simulator's kernel and in SimPy 3; needs Debian's python3-simpy3
stress      times what the stress suite's model needs for one task's loss and replacement, on larger and larger clusters
synthesis   times the synthesis of production beside AWS CDK's of a like platform, and its growth with the number of
            services; needs the peers: npm ci --prefix bench/peers

Writes bench/results/DATE-PART.{json,md}.

  --part PART  one of them (default: all)
  --runs N     counted runs of each (default 7); more on a machine that has other work
  --help       this text

Exit code: 0 the claims hold, 1 one is missed, 2 bad input, a peer that isn't installed or a run that failed.
`;
type Part = (typeof PARTS)[number];
const SERVICE_COUNTS = [2, 10, 25, 50];

/** A mistake of the user's, told in one line. */
class UsageError extends Error {}

function main(args: readonly string[]): ExitCode {
  const options = parseOptions(args);
  if (options === "help") {
    process.stdout.write(HELP);
    return ExitCode.OK;
  }
  const { parts, runs } = options;
  const claims = parts.flatMap((part) => BENCHES[part](runs));
  return claims.every(({ holds }) => holds) ? ExitCode.OK : ExitCode.FINDINGS;
}

function benchGuardrails(runs: number): readonly Claim[] {
  const machine = describeMachine([]);
  const judged = measureGuardrails(runs, (round) => progress(`guardrails, round ${round} of ${runs}`));
  const command = `npm run bench -- --part guardrails --runs ${runs}`;
  const results = { date: today(), command, machine, judged, ...summarize(judged) };
  write(results, "guardrails", guardrailsMarkdown(results));
  return results.claims;
}

function benchSimulator(runs: number): readonly Claim[] {
  const measured = measureThroughput(runs, (round) => progress(`simulator, round ${round} of ${runs}`));
  const command = `npm run bench -- --part simulator --runs ${runs}`;
  const claims = judgeThroughput(QUEUE, measured);
  const results = { date: today(), command, machine: describeMachine([]), queue: QUEUE, measured, claims };
  write(results, "simulator", simulatorMarkdown(results));
  return claims;
}

function benchStress(runs: number): readonly Claim[] {
  const machine = describeMachine([]);
  const losses = measureLosses(runs, (round) => progress(`stress, round ${round} of ${runs}`));
  const command = `npm run bench -- --part stress --runs ${runs}`;
  const results = { date: today(), command, machine, losses, ...summarizeLosses(losses) };
  write(results, "stress", stressMarkdown(results));
  return results.claims;
}

function benchSynthesis(runs: number): readonly Claim[] {
  if (!existsSync(join(PEERS, "node_modules", "aws-cdk-lib"))) {
    throw new UsageError("the peers aren't installed: npm ci --prefix bench/peers");
  }
  const results = measureAll(runs);
  write(results, "synthesis", markdown(results));
  return results.claims;
}

const BENCHES: { readonly [part in Part]: (runs: number) => readonly Claim[] } = {
  guardrails: benchGuardrails,
  simulator: benchSimulator,
  stress: benchStress,
  synthesis: benchSynthesis,
};

function write(results: { readonly date: string }, part: Part, text: string): void {
  process.stdout.write(text);
  const folder = join(__dirname, "results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${results.date}-${part}`);
  writeFileSync(`${file}.json`, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(`${file}.md`, text);
  progress(`written to ${relative(PROJECT, file)}.{json,md}`);
}

interface Options {
  readonly parts: readonly Part[];
  readonly runs: number;
}

function parseOptions(args: readonly string[]): Options | "help" {
  const options = {
    part: { type: "string" },
    runs: { type: "string", default: "7" },
    help: { type: "boolean", default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return "help";
    if (!/^[1-9]\d?$/.test(values.runs)) throw new UsageError(`--runs is "${values.runs}"; allowed: 1 to 99`);
    const parts = PARTS.filter((part) => values.part === undefined || values.part === part);
    if (parts.length === 0) throw new UsageError(`--part is "${values.part}"; allowed: ${PARTS.join(", ")}`);
    return { parts, runs: Number(values.runs) };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}

function measureAll(runs: number): Results {
  const machine = describeMachine(["aws-cdk-lib"]);
  const measured = measureInTurns(sideBySide, runs, (round) => progress(`side by side, round ${round} of ${runs}`));
  const compared = sideBySide.map(({ name, description }, index) => ({
    name,
    description,
    runs: measured[index] ?? [],
  }));
  const growth = measureGrowth(runs);
  return {
    date: today(),
    command: `npm run bench -- --part synthesis --runs ${runs}`,
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

const today = () => new Date().toISOString().slice(0, 10);

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
