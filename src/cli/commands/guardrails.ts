import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type Command, Option } from "commander";
import { EXEMPTIONS_FILE } from "../../guardrails/exemptions";
import { judgeProject } from "../../guardrails/judge-project";
import type { Report } from "../../guardrails/report";
import type { Plan } from "../../plan/plan";
import { readPlanFile } from "../../plan/read";
import { guardrailsJson } from "../../reports/guardrails-json";
import { guardrailsMarkdown } from "../../reports/guardrails-markdown";
import { guardrailsTable } from "../../reports/guardrails-table";
import { ExitCode } from "../exit-code";
import { writeReport } from "../files";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { synthesize } from "../synthesis";
import { UserError } from "../user-error";

type Format = "table" | "json" | "markdown";
interface Options {
  readonly plan?: string;
  readonly format: Format;
  readonly exemptions?: string;
}

export function configure(command: Command): void {
  command
    .argument("[environment]", "name of an environment, or path of its file", "production")
    .option("--plan <file>", "judge this cdk.tf.json, or output of terraform show -json, instead")
    .addOption(
      new Option("--format <format>", "how to write it").choices(["table", "json", "markdown"]).default("table"),
    )
    .option("--exemptions <file>", `exemptions from the rules (default: ${EXEMPTIONS_FILE})`)
    .addHelpText(
      "after",
      `
Exit codes: 0 every rule is kept, 1 findings, 2 bad input.
What is known only at apply is listed as undecided: no finding, and no pass.
The report is also written to report/guardrails.json; its fields are those of
Report in src/guardrails/report.ts. On a pipe, silence npm itself:
npm run --silent guardrails -- --format json`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { plan: planFile, format, exemptions } = command.opts<Options>();
  if (planFile !== undefined && command.args.length > 0) {
    throw new UserError(`got both an environment (${command.args[0]}) and --plan; give one of them`);
  }
  const exemptionsFile = exemptions === undefined ? undefined : resolve(io.cwd, exemptions);
  if (exemptionsFile !== undefined && !existsSync(exemptionsFile)) {
    throw new UserError(`--exemptions: there is no file ${exemptions}`);
  }
  const plans =
    planFile === undefined ? synthesize(command.processedArgs[0], io).plans : readStack(resolve(io.cwd, planFile));
  const report = judgeProject({ directory: io.project, plans, whole: planFile === undefined, exemptionsFile });
  io.stdout.write(write(report, format, io));
  writeReport(io, "guardrails.json", guardrailsJson(report));
  return report.findings.length === 0 ? ExitCode.OK : ExitCode.FINDINGS;
}

function write(report: Report, format: Format, io: Io): string {
  switch (format) {
    case "table":
      return guardrailsTable(report, colorsFor(io));
    case "json":
      return guardrailsJson(report);
    case "markdown":
      return guardrailsMarkdown(report);
  }
}

/** The one plan of a file, by the name of the stack if it says which one it is. */
function readStack(path: string): ReadonlyMap<string, Plan> {
  const plan = readPlanFile(path);
  return new Map([[plan.stack ?? basename(path), plan]]);
}
