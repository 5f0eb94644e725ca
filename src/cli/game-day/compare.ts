import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { didYouMean } from "../../environments/checks/nearest";
import { agrees, type Comparison, calibrate, compare } from "../../game-day/compare";
import { resultsSchema } from "../../game-day/results";
import { simulate } from "../../game-day/simulate";
import { ExitCode } from "../exit-code";
import { writeAtomically } from "../files";
import type { Io } from "../io";
import { UserError } from "../user-error";
import { inputsOf, readJson } from "./inputs";

const FORMATS = ["table", "json"] as const;
interface Options {
  readonly assumptions?: string;
  readonly calibrate?: string;
  readonly format: (typeof FORMATS)[number];
}

export function configure(command: Command): void {
  command
    .summary("set a real experiment beside the simulated one")
    .description("Sets what was seen in an experiment beside the simulator, and says which assumption is off.")
    .argument("<environment>", "name of an environment that allows experiments, or path of its file")
    .argument("<results>", "what was seen, as JSON (docs/schemas/game-day-results.schema.json)")
    .option("--assumptions <file>", "spreads of assumptions as they were measured")
    .option("--calibrate <file>", "write the spreads as they were seen, for --assumptions")
    .addOption(new Option("--format <format>", "how to write it").choices(FORMATS).default("table"))
    .addHelpText(
      "after",
      `
A file whose times and counts contradict each other is no record of one
experiment: that is said, and nothing is calibrated by it. Exit codes: 0 it
agrees, 1 it differs or contradicts itself, 2 bad input.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const [selector = "", file = ""]: readonly string[] = command.processedArgs;
  const options = command.opts<Options>();
  const { environment, experiments, how, calibration, subject } = inputsOf(selector, options.assumptions, io);
  const results = readJson(file, resultsSchema, "results", io);
  if (results.environment !== environment.name) {
    throw new UserError(`${file}: environment: got "${results.environment}"; it is compared with ${environment.name}`);
  }
  const ids = experiments.map(({ id }) => id);
  if (!ids.includes(results.experiment)) {
    const near = didYouMean(results.experiment, ids);
    throw new UserError(`${file}: experiment: got "${results.experiment}"; ${near}there are ${ids.join(", ")}`);
  }
  const windowSeconds = Math.max(60, (Date.parse(results.endedAt) - Date.parse(results.startedAt)) / 1000);
  const comparison = compare(results, simulate(results.experiment, how, { ...subject(), windowSeconds }), calibration);
  io.stdout.write(options.format === "json" ? `${JSON.stringify(comparison, null, 2)}\n` : table(comparison));
  if (options.calibrate !== undefined && comparison.contradictions.length === 0) {
    const path = resolve(io.cwd, options.calibrate);
    writeAtomically(path, `${JSON.stringify({ ...calibration, ...calibrate(results) }, null, 2)}\n`);
    io.stderr.write(`${options.calibrate} has the spreads as they were seen; use it by --assumptions\n`);
  }
  return agrees(comparison) ? ExitCode.OK : ExitCode.FINDINGS;
}

function table({ experiment, environment, contradictions, measures, assumptions }: Comparison): string {
  const whole = (value: number | null) => (value === null ? "never" : String(Math.round(value)));
  const lines = [
    `${experiment} on ${environment}: observed, and simulated (lowest / middle / highest)`,
    ...measures.map(({ measure, observed, simulated, agrees: isSo }) => {
      const shown = simulated === null ? "never" : simulated.map(whole).join(" / ");
      return `  ${isSo ? "ok     " : "differs"}  ${measure.padEnd(46)}${whole(observed).padStart(6)}  ${shown}`;
    }),
    "Assumptions that it measured",
    ...assumptions.map(({ id, observations, observed, assumed, offBy }) => {
      const verdict = offBy === 0 ? "ok     " : "off    ";
      const by = offBy === 0 ? "" : `: off by ${offBy > 0 ? "+" : ""}${offBy} s`;
      return `  ${verdict}  ${id}: ${observed} s on average of ${observations}, assumed ${assumed.join("–")} s${by}`;
    }),
    ...contradictions.map((each) => `  contradiction: ${each}`),
  ];
  return `${lines.join("\n")}\n`;
}
