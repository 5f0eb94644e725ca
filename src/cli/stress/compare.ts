import type { Command } from "commander";
import { stressComparison } from "../../reports/stress-comparison";
import { compareReports, loses } from "../../stress/compare";
import type { StressReport } from "../../stress/report";
import { SCENARIOS } from "../../stress/scenarios";
import { assemble, suiteOf, workOf } from "../../stress/suite";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { environmentInputs, planInputs } from "./inputs";
import { addRunOptions, type RunOptions, wholeNumber } from "./options";
import { subjectOf } from "./subject";
import { work } from "./work";

interface Options extends RunOptions {
  readonly runs: number;
}

export function configure(command: Command): void {
  command
    .summary("say what a change does to the claims")
    .description("Say which claims are lost, won or measured otherwise in the second of two configurations.")
    .argument("<before>", "name of an environment, or a plan's file (*.json)")
    .argument("<after>", "the same");
  addRunOptions(command)
    .option("--runs <n>", "runs of each scenario, with a seed each", wholeNumber, 5)
    .addHelpText("after", "\nExit codes: 0 no claim that held stops holding, 1 one does, 2 bad input.");
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const options = command.opts<Options>();
  const [before, after]: readonly string[] = command.args;
  const comparison = compareReports(
    await reportOf(String(before), options, io),
    await reportOf(String(after), options, io),
  );
  io.stdout.write(stressComparison(comparison, colorsFor(io)));
  return loses(comparison) ? ExitCode.FINDINGS : ExitCode.OK;
}

async function reportOf(configuration: string, options: Options, io: Io): Promise<StressReport> {
  const { runs, workers } = options;
  const inputs = configuration.endsWith(".json")
    ? planInputs(configuration, options, io)
    : environmentInputs(configuration, options, io);
  const { environment } = inputs;
  const subject = subjectOf(inputs);
  const suite = suiteOf({ ...subject, environment, scenarios: SCENARIOS, runs, analyses: false });
  const works = workOf(suite);
  return assemble(suite, works, await work(works, suite, { inputs, subject, workers, io }));
}
