import { Command, CommanderError } from "commander";
import { CostError } from "../cost/cost-error";
import { InputError } from "../environments/problem";
import { SettingsError } from "../guardrails/settings-error";
import { PlanError } from "../plan/plan-error";
import { WIDTH, wrap } from "../reports/text";
import { StressError } from "../stress/stress-error";
import type { CommandModule } from "./command";
import { ExitCode } from "./exit-code";
import type { Io, Stream } from "./io";
import { UserError } from "./user-error";

const INDENT = "  ";

/** Each is a file of `commands/`, loaded when it is called. */
const COMMANDS = {
  start: "synthesize an environment, judge it, plan it: the main job",
  guardrails: "judge an environment, or any plan of Terraform's, by the guardrails",
  stress: "run what can go wrong against the configuration that would be deployed",
  cost: "say what an environment, or any plan of Terraform's, costs",
  drift: "say what differs between code, state and account, and what to do about it",
  preflight: "ask the account for all that would fail in an apply",
  release: "release an image tag of one service, and follow its deployment",
  adopt: "take over what others have made in the account, without replacing it",
  "game-day": "experiments on an environment that allows them, beside the simulator",
  ledger: "record the addresses of protected resources",
  sandbox: "deploy to an emulated AWS on this machine, with the real Terraform",
  demo: "tell the whole story on an emulated AWS, in about five minutes",
  bootstrap: "make the bucket, key and lock table of the state, and move the state there",
  docs: "write the documents that come from the code",
} as const;

/** Runs a command line without the program's name, e.g. `["guardrails", "production", "--format", "json"]`. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = ExitCode.OK;
  const program = attached(new Command("ballast"), io)
    .description("Amazon ECS on EC2, as CDK for Terraform")
    .helpCommand(false);
  for (const [name, summary] of Object.entries(COMMANDS)) {
    const command = attached(program.command(name), io)
      .summary(summary)
      .description(`${capitalized(summary)}.`);
    if (args[0] !== name) continue;
    define(command, require(`./commands/${name}`), async (module, called) => {
      exitCode = await module.run(called, io);
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return report(error, io);
  }
}

/** Gives a command, and those within it, what their files say of them. */
function define(
  command: Command,
  module: CommandModule,
  run: (module: CommandModule, command: Command) => Promise<void>,
): void {
  module.configure(command);
  command.action(() => run(module, command));
  for (const [name, inner] of Object.entries(module.subcommands ?? {})) define(command.command(name), inner, run);
}

/** Writes to the given streams, and leaves the ending of the process to us. */
function attached(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .configureHelp({ commandUsage: usage })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => WIDTH,
      getErrHelpWidth: () => WIDTH,
    });
}

/** As a user types it: npm takes what stands before `--` for itself. */
function usage(command: Command): string {
  const outer = command.parent?.parent;
  // Of a command within a command, the outer one is the script.
  if (outer) return `npm run ${command.parent?.name()} -- ${command.name()} ${command.usage()}`;
  return `npm run ${command.parent === null ? "<command>" : command.name()} -- ${command.usage()}`;
}

function report(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has printed it, with the nearest name.
    return error.exitCode === 0 ? ExitCode.OK : ExitCode.BAD_INPUT;
  }
  if (isUsersMistake(error)) {
    io.stderr.write(`${problemLines(error.message, io.stderr)}\n`);
    return ExitCode.BAD_INPUT;
  }
  io.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  io.stderr.write("This is a fault of Ballast. Please open an issue with the lines above and the command.\n");
  return ExitCode.INTERNAL;
}

/** A line for each problem: whole where a program may read it, broken where a person does. */
function problemLines(message: string, { isTTY = false }: Stream): string {
  if (!isTTY) return message;
  const lines = message.split("\n").map((line) => wrap(line, WIDTH - INDENT.length, INDENT));
  return lines.join("\n");
}

function isUsersMistake(error: unknown): error is Error {
  return [CostError, InputError, PlanError, SettingsError, StressError, UserError].some(
    (kind) => error instanceof kind,
  );
}

const capitalized = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
