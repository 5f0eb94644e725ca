import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { MOTO } from "../../sandbox/emulator";
import { SandboxError } from "../../sandbox/sandbox-error";
import { Recording } from "../demo/recording";
import { tellStory } from "../demo/story";
import { tellerOf } from "../demo/teller";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { Terraform } from "../terraform";
import { UserError } from "../user-error";

/** Its own: a sandbox that somebody works with stays as it is. */
const FOLDER = join(".ballast", "demo");
const ENVIRONMENT = "demo";

export function configure(command: Command): void {
  command.option("--record <file>", "write what it tells as a picture, an SVG that moves").addHelpText(
    "after",
    `
Deploys ${ENVIRONMENT} to an emulated AWS of its own, plans it, breaks it by hand, mends
it, lets Spot run dry and take an instance back, destroys it, and leaves nothing
behind; Ctrl-C does the last at once. Exit codes: 0 told to the end, 1 it went
otherwise, 2 something is missing, 130 interrupted.`,
  );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { record } = command.opts<{ record?: string }>();
  const folder = resolve(io.project, FOLDER);
  const interrupted = new AbortController();
  const { signal } = interrupted;
  const env = { ...io.env, BALLAST_MODE: "sandbox", BALLAST_SANDBOX: folder, BALLAST_ROLE: undefined };
  const own: Io = { ...io, env, signal };
  await requireTools(own);
  // Loaded when nothing is missing: the provider takes seconds.
  const { sandboxSteps }: typeof import("../demo/sandbox-steps") = require("../demo/sandbox-steps");
  const recording = new Recording();
  const shown: Io = record === undefined ? own : recording.of(own);
  const steps = sandboxSteps(ENVIRONMENT, folder, own);
  const interrupt = () => interrupted.abort();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, interrupt);
  try {
    await tellStory(tellerOf(shown), steps, ENVIRONMENT);
    if (record !== undefined) writeFileSync(resolve(io.cwd, record), recording.svg());
    return ExitCode.OK;
  } catch (error) {
    if (signal.aborted) {
      io.stderr.write("\nInterrupted; the emulated AWS goes down.\n");
      return ExitCode.INTERRUPTED;
    }
    if (error instanceof SandboxError) throw new UserError(error.message);
    io.stderr.write(`\nIt stops here: ${error instanceof Error ? error.message : error}\n`);
    return ExitCode.FINDINGS;
  } finally {
    await steps.down();
    for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, interrupt);
  }
}

/** @throws UserError that names all that is missing, and how to get it */
async function requireTools(io: Io): Promise<void> {
  const missing = [await new Terraform(io, "sandbox").unusable()];
  try {
    execFileSync("sh", ["-c", "command -v moto_server"], { env: io.env, stdio: "ignore" });
  } catch {
    missing.push(`no moto_server on the PATH, which emulates AWS; get it with: pip install '${MOTO}'`);
  }
  const problems = missing.filter((one) => one !== undefined);
  if (problems.length > 0) throw new UserError(...problems);
}
