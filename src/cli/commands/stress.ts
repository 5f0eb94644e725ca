import { basename, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Plan } from "../../plan/plan";
import { readPlanFile } from "../../plan/read";
import { stressJson } from "../../reports/stress-json";
import { stressTable, stressTimeline } from "../../reports/stress-table";
import { defaultLoad, readLoad } from "../../stress/load-profile";
import { platformFacts } from "../../stress/model/platform";
import { SCENARIOS } from "../../stress/scenarios";
import { StressError } from "../../stress/stress-error";
import { holds, runSuite } from "../../stress/suite";
import { ExitCode } from "../exit-code";
import { writeReport } from "../files";
import type { Io } from "../io";
import { colorsFor, isLive } from "../output";
import { synthesize } from "../synthesis";
import { UserError } from "../user-error";

interface Options {
  readonly plan?: string;
  readonly scenario?: string;
  readonly load?: string;
  readonly seed: number;
  readonly runs: number;
  readonly timeline?: boolean;
}

export function configure(command: Command): void {
  command
    .argument("[environment]", "name of an environment, or path of its file", "production")
    .option("--plan <file>", "run this cdk.tf.json, or output of terraform show -json, instead")
    .addOption(new Option("--scenario <id>", "run this one only").choices(SCENARIOS.map(({ id }) => id)))
    .option("--load <file>", "requests of the services, as JSON (default: what their scaling is made for)")
    .option("--seed <n>", "seed of the first run", wholeNumber, 1)
    .option("--runs <n>", "runs of each scenario, with a seed each", wholeNumber, 1)
    .option("--timeline", "print every event of the first run")
    .addHelpText(
      "after",
      `
Exit codes: 0 every claim that should hold does, 1 one doesn't, 2 bad input.
The report is also written to report/stress.json: the same seed, the same bytes.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const options = command.opts<Options>();
  if (options.plan !== undefined && command.args.length > 0) {
    throw new UserError(`got both an environment (${command.args[0]}) and --plan; give one of them`);
  }
  const { name, plan } = options.plan === undefined ? platformOf(command, io) : readPlan(resolve(io.cwd, options.plan));
  const facts = platformFacts(plan);
  if (facts.services.length === 0) throw new StressError(`${name}: it has no ECS service on EC2 to run`);
  const { scenario, load } = options;
  const report = runSuite({
    environment: name,
    facts,
    scenarios: SCENARIOS.filter(({ id }) => scenario === undefined || id === scenario),
    seed: options.seed,
    runs: options.runs,
    load: load === undefined ? defaultLoad : readLoad(resolve(io.cwd, load), facts.services),
    onScenario: ({ title }) => isLive(io) && io.stderr.write(`${title} …\n`),
  });
  if (options.timeline) io.stdout.write(stressTimeline(report));
  io.stdout.write(stressTable(report, colorsFor(io)));
  writeReport(io, "stress.json", stressJson(report));
  return holds(report) ? ExitCode.OK : ExitCode.FINDINGS;
}

/** The one stack of the environment that runs something. */
function platformOf(command: Command, io: Io): { readonly name: string; readonly plan: Plan } {
  const { environment, plans } = synthesize(command.processedArgs[0], io);
  const plan = [...plans.values()].find((candidate) => candidate.resources("aws_ecs_service").length > 0);
  if (plan === undefined) throw new StressError(`${environment}: no stack of it holds an ECS service`);
  return { name: environment, plan };
}

function readPlan(path: string): { readonly name: string; readonly plan: Plan } {
  return { name: basename(path), plan: readPlanFile(path) };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("A whole number from 1 on, please.");
  return number;
}
