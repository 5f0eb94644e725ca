import { type Command, Option } from "commander";
import type { CostReport } from "../../cost/report";
import { runCost } from "../../cost/run-cost";
import { costJson } from "../../reports/cost-json";
import { costMarkdown } from "../../reports/cost-markdown";
import { costTable } from "../../reports/cost-table";
import { money } from "../../reports/money";
import type { CommandModule } from "../command";
import * as compare from "../cost/compare";
import { addPricesOption, ofEnvironment, ofFile, pricesOf, usd } from "../cost/inputs";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { todayOf } from "../today";
import { UserError } from "../user-error";

const FORMATS = ["table", "json", "markdown"] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly plan?: string;
  readonly prices?: string;
  readonly budget?: number;
  readonly format: Format;
}

/** `npm run cost -- compare …`. */
export const subcommands: { readonly [name: string]: CommandModule } = { compare };

export function configure(command: Command): void {
  command
    .argument("[environment]", "name of an environment, or path of its file", "production")
    .option("--plan <file>", "reckon with this cdk.tf.json, or output of terraform show -json, instead");
  addPricesOption(command)
    .option("--budget <amount>", "USD a month that the floor may cost; exit 1 if it costs more", usd)
    .addOption(new Option("--format <format>", "how to write it").choices(FORMATS).default("table"))
    .addHelpText(
      "after",
      `
Exit codes: 0 reckoned, and within the budget; 1 over the budget; 2 bad input.
The floor is what a month costs while nobody asks for anything. Amounts are
rounded to a hundredth of a cent, and add up exactly. docs/schemas has the
schemas of --format json (cost.schema.json) and of --prices
(prices.schema.json). On a pipe, silence npm itself:
npm run --silent cost -- --format json > cost.json`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { plan, prices, budget, format } = command.opts<Options>();
  if (plan !== undefined && command.args.length > 0) {
    throw new UserError(`got both an environment (${command.args[0]}) and --plan; give one of them`);
  }
  const changes = pricesOf(prices, io);
  const bought = plan === undefined ? ofEnvironment(command.processedArgs[0], io) : ofFile(plan, io);
  const report = runCost({ ...bought, changes, budget, today: todayOf(io) });
  io.stdout.write(write(report, format, io));
  if (report.budget === undefined || report.budget.isKept) return ExitCode.OK;
  const over = money(report.floor.perMonth - report.budget.perMonth);
  io.stderr.write(`over the budget of ${money(report.budget.perMonth)} USD a month by ${over}\n`);
  return ExitCode.FINDINGS;
}

function write(report: CostReport, format: Format, io: Io): string {
  switch (format) {
    case "table":
      return costTable(report, colorsFor(io));
    case "json":
      return costJson(report);
    case "markdown":
      return costMarkdown(report);
  }
}
