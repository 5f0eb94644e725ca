import type { Command } from "commander";
import { compareCosts, type Priced } from "../../cost/compare";
import { floorFor } from "../../cost/run-cost";
import { costComparison } from "../../reports/cost-markdown";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { addPricesOption, ofEnvironment, ofFile, pricesOf } from "./inputs";

export function configure(command: Command): void {
  command
    .summary("say what a change costs, as Markdown")
    .description("Say what the second of two environments or plans costs more, or less, as Markdown.")
    .argument("<before>", "name of an environment, or a plan's file (*.json)")
    .argument("<after>", "the same");
  addPricesOption(command).addHelpText("after", "\nExit codes: 0 compared, 2 bad input.");
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { prices } = command.opts<{ prices?: string }>();
  const changes = pricesOf(prices ?? command.parent?.opts<{ prices?: string }>().prices, io);
  const [before, after] = command.args.map((configuration): Priced => {
    const { environment, plans } = configuration.endsWith(".json")
      ? ofFile(configuration, io)
      : ofEnvironment(configuration, io);
    return { name: environment, plans: [...plans.values()], floor: floorFor(plans, changes) };
  }) as [Priced, Priced];
  io.stdout.write(costComparison(compareCosts(before, after)));
  return ExitCode.OK;
}
