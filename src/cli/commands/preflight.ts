import { type Command, Option } from "commander";
import { openOf, preflight } from "../../preflight/run";
import { preflightJson } from "../../reports/preflight-json";
import { preflightTable } from "../../reports/preflight-table";
import { ExitCode } from "../exit-code";
import { writeReport } from "../files";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { subjectOf } from "../preflight/subject";

const FORMATS = ["table", "json"] as const;
type Format = (typeof FORMATS)[number];

export function configure(command: Command): void {
  command
    .argument("<environment>", "name of an environment, or path of its file")
    .addOption(new Option("--format <format>", "how to write it").choices(FORMATS).default("table"))
    .addHelpText(
      "after",
      `
Asks AWS (BALLAST_MODE aws, or the sandbox), in the role of BALLAST_ROLE, for
all that would fail in an apply: account, role, state, quotas, service-linked
roles, instance types, network, hosted zone, secrets, images, names. It reads,
no secret's value is read, and nothing is changed. Exit codes: 0 nothing stands
in the way, 1 problems, or something that couldn't be asked, 2 bad input.
The report is also written to report/preflight.json;
docs/schemas/preflight.schema.json is its schema.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { format } = command.opts<{ format: Format }>();
  const report = await preflight(await subjectOf(command.processedArgs[0], io));
  const json = preflightJson(report);
  io.stdout.write(format === "json" ? json : preflightTable(report, colorsFor(io)));
  writeReport(io, "preflight.json", json);
  return openOf(report).length === 0 ? ExitCode.OK : ExitCode.FINDINGS;
}
