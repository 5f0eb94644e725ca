import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { EXEMPTIONS_FILE } from "../../guardrails/exemptions";
import { judgeProject } from "../../guardrails/judge-project";
import { type Report, verdictOf } from "../../guardrails/report";
import { RULES } from "../../guardrails/table";
import { guardrailsJson } from "../../reports/guardrails-json";
import { guardrailsMarkdown } from "../../reports/guardrails-markdown";
import { guardrailsSarif } from "../../reports/guardrails-sarif";
import { guardrailsTable } from "../../reports/guardrails-table";
import { ExitCode } from "../exit-code";
import { writeReport } from "../files";
import type { Io } from "../io";
import { type Judged, judgedEnvironment, judgedFile } from "../judged";
import { colorsFor } from "../output";
import { UserError } from "../user-error";

const FORMATS = ["table", "json", "sarif", "markdown"] as const;
type Format = (typeof FORMATS)[number];
interface Options {
  readonly plan?: string;
  readonly format: Format;
  readonly exemptions?: string;
}

export function configure(command: Command): void {
  command
    .argument("[environment]", "name of an environment, or path of its file", "production")
    .option("--plan <file>", "judge this cdk.tf.json, or output of terraform show -json, instead")
    .addOption(new Option("--format <format>", "how to write it").choices(FORMATS).default("table"))
    .option("--exemptions <file>", `exemptions from the rules (default: ${EXEMPTIONS_FILE})`)
    .addHelpText(
      "after",
      `
Exit codes: 0 every rule is kept, 1 findings, 2 bad input. A plan without ECS,
cluster or otherwise, ends with 0 and says so.
What is known only at apply is listed as undecided: no finding, and no pass.
The report is also written to report/guardrails.json, in the form of --format
json: docs/schemas/guardrails.schema.json is its schema. SARIF is 2.1.0, for
code scanning. On a pipe, silence npm itself:
npm run --silent guardrails -- --format sarif > guardrails.sarif`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { plan: planFile, format, exemptions } = command.opts<Options>();
  if (planFile !== undefined && command.args.length > 0) {
    throw new UserError(`got both an environment (${command.args[0]}) and --plan; give one of them`);
  }
  const exemptionsFile = resolve(exemptions === undefined ? io.project : io.cwd, exemptions ?? EXEMPTIONS_FILE);
  if (exemptions !== undefined && !existsSync(exemptionsFile)) {
    throw new UserError(`--exemptions: there is no file ${exemptions}`);
  }
  const judged =
    planFile === undefined
      ? judgedEnvironment(command.processedArgs[0], exemptionsFile, io)
      : judgedFile(planFile, exemptionsFile, io);
  const { plans, whole } = judged;
  const report = judgeProject({ directory: io.project, plans, whole, exemptionsFile });
  io.stdout.write(write(report, format, judged, io));
  writeReport(io, "guardrails.json", guardrailsJson(report));
  return verdictOf(report) === "failed" ? ExitCode.FINDINGS : ExitCode.OK;
}

function write(report: Report, format: Format, { artifacts }: Judged, io: Io): string {
  switch (format) {
    case "table":
      return guardrailsTable(report, colorsFor(io));
    case "json":
      return guardrailsJson(report);
    case "sarif":
      return guardrailsSarif(report, { rules: RULES, artifacts: artifacts() });
    case "markdown":
      return guardrailsMarkdown(report);
  }
}
