import { type Command, Option } from "commander";
import type { CostReport } from "../../cost/report";
import { runCost } from "../../cost/run-cost";
import { costJson } from "../../reports/cost-json";
import { costMarkdown } from "../../reports/cost-markdown";
import { costTable } from "../../reports/cost-table";
import { money } from "../../reports/money";
import { SCENARIOS } from "../../stress/scenarios";
import type { CommandModule } from "../command";
import * as compare from "../cost/compare";
import { addPricesOption, loadOf, ofEnvironment, ofFile, pricesOf, rulesBroken, usd } from "../cost/inputs";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { Progress } from "../stress/progress";
import { todayOf } from "../today";
import { UserError } from "../user-error";

const FORMATS = ["table", "json", "markdown"] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly plan?: string;
  readonly prices?: string;
  readonly budget?: number;
  readonly format: Format;
  readonly load?: string;
  readonly levers: boolean;
}

/** `npm run cost -- compare …`. */
export const subcommands: { readonly [name: string]: CommandModule } = { compare };

export function configure(command: Command): void {
  command
    .argument("[environment]", "name of an environment, or path of its file", "production")
    .option("--plan <file>", "reckon with this cdk.tf.json, or output of terraform show -json, instead");
  addPricesOption(command)
    .option("--budget <amount>", "USD a month that the floor may cost; exit 1 if it costs more", usd)
    .option("--load <file>", "requests of the services, as JSON (default: what their scaling is made for)")
    .option("--no-levers", "try no levers out, and look for no cheapest setting: seconds instead of a minute or two")
    .addOption(new Option("--format <format>", "how to write it").choices(FORMATS).default("table"))
    .addHelpText(
      "after",
      `
Exit codes: 0 reckoned, and within the budget; 1 over the budget; 2 bad input.
The floor is what a month costs while nobody asks for anything. Amounts are
rounded to a hundredth of a cent, and add up exactly. Each lever is a change
of the plans that the stress suite runs again, each scenario once: what it
saves, and which claims it costs. docs/schemas has the
schemas of --format json (cost.schema.json) and of --prices
(prices.schema.json). On a pipe, silence npm itself:
npm run --silent cost -- --format json > cost.json`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { plan, prices, budget, format, load, levers } = command.opts<Options>();
  if (plan !== undefined && command.args.length > 0) {
    throw new UserError(`got both an environment (${command.args[0]}) and --plan; give one of them`);
  }
  const changes = pricesOf(prices, io);
  const bought = plan === undefined ? ofEnvironment(command.processedArgs[0], io) : ofFile(plan, io);
  const progress = new Progress(io, "cost", EXPECTED_RUNS);
  const report = runCost({
    ...{ ...bought, changes, budget, today: todayOf(io) },
    load: loadOf(load, bought, io),
    levers: levers
      ? { scenarios: SCENARIOS, rulesBroken: (plans) => rulesBroken(plans, io), onRun: () => progress.add(1) }
      : undefined,
  });
  progress.end();
  io.stdout.write(write(report, format, io));
  if (report.budget === undefined || report.budget.isKept) return ExitCode.OK;
  const over = money(report.floor.perMonth - report.budget.perMonth);
  io.stderr.write(`over the budget of ${money(report.budget.perMonth)} USD a month by ${over}\n`);
  return ExitCode.FINDINGS;
}

/** Runs of the suite that levers and the search take, more or less. */
const EXPECTED_RUNS = 35;

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
