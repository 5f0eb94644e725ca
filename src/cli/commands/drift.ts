import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Command, Option } from "commander";
import { DRIFT_EXEMPTIONS_FILE, driftExemptionsSchema } from "../../drift/exemptions";
import { type DriftReport, type DriftSource, driftReport, driftVerdict } from "../../drift/report";
import type { LoadedEnvironment } from "../../environments/load";
import { readSettings } from "../../guardrails/settings";
import { readPlan } from "../../plan/read";
import { driftJson } from "../../reports/drift-json";
import { driftMarkdown } from "../../reports/drift-markdown";
import { driftSarif } from "../../reports/drift-sarif";
import { driftTable } from "../../reports/drift-table";
import { documentsOf } from "../../stacks/validation";
import { acceptDifferences } from "../drift/accept";
import { lookAtAccount, type Seen, withTrail } from "../drift/account";
import { buildStacks, environmentsOf, planInFile, plannedStacks } from "../drift/sources";
import { ExitCode } from "../exit-code";
import { writeReport } from "../files";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { UserError } from "../user-error";

const FORMATS = ["table", "json", "sarif", "markdown"] as const;
type Format = (typeof FORMATS)[number];
interface Options {
  readonly accept: readonly string[];
  readonly account: boolean;
  readonly plan?: string;
  readonly format: Format;
  readonly exemptions?: string;
}

export function configure(command: Command): void {
  command
    .argument("[environment]", "name of an environment, or path of its file")
    .option("--plan <file>", "look at this output of terraform show -json, instead of planning")
    .addOption(new Option("--format <format>", "how to write it").choices(FORMATS).default("table"))
    .option(
      "--accept <address.attribute>",
      "take what is drifted over into the environment's file (may be repeated)",
      (name, all: string[]) => [...all, name],
      [],
    )
    .option("--account", "look at the account too: what no state has, and who made a change", false)
    .option("--exemptions <file>", `what is ignored for a while (default: ${DRIFT_EXEMPTIONS_FILE})`)
    .addHelpText(
      "after",
      `
Plans each stack of the environment (BALLAST_MODE aws or sandbox), as the role
that changes nothing, and says of each difference which it is: drifted (changed
by hand), missing (deleted by hand), unapplied (the code is ahead), controlled
(another one's to change, under ignore_changes); with --account, unmanaged (in the
account with its tags or in its VPC, cluster or balancer, and in no state). Nothing is written to AWS or to
the state. --accept finds the field that expresses a difference, edits the
environment's file, shows what it edited and plans again; what no field
expresses says so, and nothing is written. Exit codes: 0 no drift or controlled only, 1 drift, 2 bad input, or a
plan that failed.
The report is also written to report/drift.json; docs/schemas/drift.schema.json
is its schema.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const options = command.opts<Options>();
  const selector: string | undefined = command.processedArgs[0];
  const exemptions = exemptionsOf(options.exemptions, io);
  const reportOf = ({ environment, sources }: Looked, seen?: Seen): DriftReport =>
    driftReport({ environment, sources, ...seen, exemptions, today: new Date().toISOString().slice(0, 10) });
  if (selector === undefined) {
    if (options.plan === undefined) throw new UserError("give an environment, or a plan by --plan");
    if (options.accept.length > 0) throw new UserError("--accept: give the environment whose file is to be edited");
    const sources = [planInFile(options.plan, undefined, io)];
    return finish(reportOf({ environment: undefined, sources }), sources, options, io);
  }
  const environments = environmentsOf(selector, options.plan !== undefined, io);
  if (options.account && options.plan !== undefined) {
    throw new UserError("--account: a plan says nothing of what no state has; leave --plan out, and it is planned");
  }
  const looked = await look(environments, options.plan, io);
  const [loaded] = environments;
  const report = options.account && loaded ? await withAccount(looked, loaded, reportOf, io) : reportOf(looked);
  if (options.accept.length === 0 || loaded === undefined) return finish(report, looked.sources, options, io);
  const accepted = acceptDifferences({ names: options.accept, report, loaded, io });
  if (accepted === undefined) return ExitCode.FINDINGS;
  if (options.plan !== undefined) {
    io.stdout.write(`Plan again to see that it is clean: ${options.plan} is of before.\n`);
    return ExitCode.OK;
  }
  const again = await plannedStacks([accepted], io);
  return finish(reportOf(again), again.sources, options, io);
}

/** The report with what is in the account besides, and who it was. */
async function withAccount(
  looked: Looked,
  loaded: LoadedEnvironment,
  reportOf: (looked: Looked, seen: Seen) => DriftReport,
  io: Io,
): Promise<DriftReport> {
  const seen = await lookAtAccount(loaded, looked.sources, io);
  return withTrail(reportOf(looked, seen), looked.sources, loaded, io);
}

/** An environment's plans, or a single one. */
interface Looked {
  readonly environment: string | undefined;
  readonly sources: readonly DriftSource[];
}

async function look(environments: readonly LoadedEnvironment[], planFile: string | undefined, io: Io): Promise<Looked> {
  if (planFile === undefined) return plannedStacks(environments, io);
  const environment = environments.map((loaded) => loaded.environment.name).join();
  const documents = documentsOf(buildStacks(environments, io, join(io.project, "cdktf.out")));
  const plans = new Map([...documents].map(([stack, document]) => [stack, readPlan(document, stack)]));
  return { environment, sources: [planInFile(planFile, { name: environment, plans }, io)] };
}

function finish(report: DriftReport, sources: readonly DriftSource[], { format }: Options, io: Io): ExitCode {
  io.stdout.write(write(report, format, sources, io));
  writeReport(io, "drift.json", driftJson(report));
  return driftVerdict(report) === "drift" ? ExitCode.FINDINGS : ExitCode.OK;
}

function exemptionsOf(file: string | undefined, io: Io) {
  const path = resolve(file === undefined ? io.project : io.cwd, file ?? DRIFT_EXEMPTIONS_FILE);
  if (file !== undefined && !existsSync(path)) throw new UserError(`--exemptions: there is no file ${file}`);
  return readSettings(path, driftExemptionsSchema) ?? [];
}

function write(report: DriftReport, format: Format, sources: readonly DriftSource[], io: Io): string {
  switch (format) {
    case "table":
      return driftTable(report, colorsFor(io));
    case "json":
      return driftJson(report);
    case "markdown":
      return driftMarkdown(report);
    case "sarif":
      return driftSarif(report, new Map(sources.map(({ name, place }) => [name, artifact(place?.stack ?? name, io)])));
  }
}

/** A plan says nothing of lines; the file is the stack's, where a synthesis writes it. */
function artifact(stack: string, io: Io) {
  const path = join(io.project, "cdktf.out", "stacks", stack, "cdk.tf.json");
  return {
    uri: path.startsWith(`${io.cwd}/`) ? path.slice(io.cwd.length + 1) : pathToFileURL(path).href,
    places: new Map(),
  };
}
