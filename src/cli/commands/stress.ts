import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { stressTimeline } from "../../reports/stress-table";
import { partText, type Shard, shareOf } from "../../stress/part";
import { SCENARIOS } from "../../stress/scenarios";
import { assemble, suiteOf, workOf } from "../../stress/suite";
import type { CommandModule } from "../command";
import { ExitCode } from "../exit-code";
import { shownPath, writeAtomically } from "../files";
import type { Io } from "../io";
import * as compare from "../stress/compare";
import { environmentInputs, planInputs } from "../stress/inputs";
import * as merge from "../stress/merge";
import { addRunOptions, batchShard, type RunOptions, shardOption, wholeNumber } from "../stress/options";
import { digestOf, subjectOf } from "../stress/subject";
import { work } from "../stress/work";
import { writeStressReports } from "../stress/write";
import { UserError } from "../user-error";

interface Options extends RunOptions {
  readonly plan?: string;
  readonly scenario?: string;
  readonly runs?: number;
  readonly quick?: boolean;
  readonly shard?: Shard | "batch";
  readonly out?: string;
  readonly timeline?: boolean;
}

/** Enough to see what chance does to a claim, in a minute. */
const RUNS = 20;

/** `npm run stress -- merge …`, `npm run stress -- compare …`. */
export const subcommands: { readonly [name: string]: CommandModule } = { merge, compare };

export function configure(command: Command): void {
  command
    .argument("[environment]", "name of an environment, or path of its file", "production")
    .option("--plan <file>", "run this cdk.tf.json, or output of terraform show -json, instead")
    .addOption(new Option("--scenario <id>", "run this one only").choices(SCENARIOS.map(({ id }) => id)))
    .option("--runs <n>", `runs of each scenario, with a seed each (default: ${RUNS}; quick: 1)`, wholeNumber)
    .option("--quick", "no boundaries, ablations, sensitivity");
  addRunOptions(command)
    .addOption(shardOption())
    .option("--out <file>", "where --shard writes what it has found, for merge")
    .option("--timeline", "print every event of the first run")
    .addHelpText(
      "after",
      `
Exit codes: 0 every claim that should hold does, 1 one doesn't, 2 bad input.
The report is written to report/stress.json: the same seed and runs give the
same bytes, however many threads or machines share the work.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const options = command.opts<Options>();
  const { plan, scenario, quick = false, timeline = false } = options;
  if (plan !== undefined && command.args.length > 0) {
    throw new UserError(`got both an environment (${command.args[0]}) and --plan; give one of them`);
  }
  const shard = shardOf(options, io);
  const inputs =
    plan === undefined ? environmentInputs(command.processedArgs[0], options, io) : planInputs(plan, options, io);
  const subject = subjectOf(inputs);
  const suite = suiteOf({
    ...subject,
    environment: inputs.environment,
    scenarios: SCENARIOS.filter(({ id }) => scenario === undefined || id === scenario),
    runs: options.runs ?? (quick ? 1 : RUNS),
    analyses: !quick,
  });
  const props = { inputs, subject, workers: options.workers, io };
  if (shard !== undefined) {
    const answers = await work(shareOf(workOf(suite), shard), suite, props);
    const path = resolve(io.cwd, options.out ?? "");
    writeAtomically(path, partText(suite, digestOf(inputs), shard, answers));
    io.stdout.write(`part ${shard.index} of ${shard.count}: ${shownPath(io, path)}\n`);
    return ExitCode.OK;
  }
  const works = workOf(suite);
  const report = assemble(suite, works, await work(works, suite, props));
  if (timeline) io.stdout.write(stressTimeline(report));
  return writeStressReports(report, io);
}

/**
 * The part of the work that was asked for; `undefined`: all of it.
 * @throws UserError where it can't be told, or there is nowhere to write it to
 */
function shardOf({ shard, out }: Options, { env }: Io): Shard | undefined {
  if ((shard === undefined) !== (out === undefined))
    throw new UserError("--shard and --out belong together; give both");
  if (shard !== "batch") return shard;
  const own = batchShard(env);
  if (own === undefined) {
    throw new UserError(
      "--shard batch: AWS_BATCH_JOB_ARRAY_INDEX and AWS_BATCH_JOB_ARRAY_SIZE name no part of an array job",
    );
  }
  return own;
}
