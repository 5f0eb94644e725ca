import type { Command } from "commander";
import { type Measures, simulate } from "../../game-day/simulate";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { inputsOf, RUNS } from "./inputs";

export function configure(command: Command): void {
  command
    .summary("say what each experiment would do, by the simulator")
    .description("Says what each experiment would do, by the simulator: nothing is started.")
    .argument("<environment>", "name of an environment that allows experiments, or path of its file")
    .option("--assumptions <file>", "spreads of assumptions as they were measured (compare --calibrate writes it)")
    .addHelpText("after", "\nExit codes: 0 said, 2 bad input, or an environment that allows none.");
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { assumptions } = command.opts<{ assumptions?: string }>();
  const { environment, experiments, how, subject } = inputsOf(command.processedArgs[0], assumptions, io);
  const simulated = subject();
  for (const { id, title, actions } of experiments) {
    const runs = simulate(id, how, simulated);
    io.stdout.write(`${id}: ${title}\n  ${actions.map((action) => action.id).join(", ")}\n${lines(runs)}\n`);
  }
  io.stdout.write(
    `In ${RUNS} simulated runs of an hour each: lowest, middle and highest. Nothing was started. The templates:\n` +
      `npx cdktf deploy ${environment.name}-game-day\n`,
  );
  return ExitCode.OK;
}

function lines(runs: readonly Measures[]): string {
  return Object.keys(runs[0] ?? {})
    .map((measure) => {
      const values = runs.flatMap((each) => each[measure] ?? []).sort((a, b) => a - b);
      const shown = [values[0], values[Math.floor(values.length / 2)], values.at(-1)].map((value) =>
        Math.round(value ?? 0),
      );
      return `  ${measure.padEnd(46)}${values.length === 0 ? "never" : shown.join(" / ")}\n`;
    })
    .join("");
}
