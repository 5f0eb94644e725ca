import { rmSync } from "node:fs";
import type { Command } from "commander";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { selectorIn } from "./beforehand";
import { failed } from "./deploy";
import { addTerraformOptions, inSandbox } from "./enforced";
import { printed, progressOf } from "./progress";
import { initialize, sandboxStack } from "./stack";

export function configure(command: Command): void {
  addTerraformOptions(command)
    .summary("destroy its platform: what is protected refuses")
    .description("Destroys an environment's platform. One that is protected refuses, and nothing is deleted.")
    .addHelpText("after", "\nExit codes: 0 destroyed, 1 refused or failed, 2 bad input or no sandbox.");
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  return inSandbox(command, io, "apply", destroy);
}

/** Destroys an environment's platform in the sandbox of `io`. */
export async function destroy(given: string, io: Io, show = printed(io)): Promise<ExitCode> {
  const stack = await sandboxStack(selectorIn(given, io), io);
  const { failure } = await initialize(stack);
  if (failure !== undefined) return failed(io, "terraform init", [failure]);
  const progress = progressOf(show);
  const ended = await stack.terraform.watch(
    stack.directory,
    progress.take,
    ...["destroy", "-json", "-input=false", "-auto-approve"],
  );
  if (ended.exitCode !== 0) {
    const protects = progress.errors.filter((error) => error.includes("prevent_destroy"));
    if (protects.length === 0) return failed(io, `terraform destroy ${stack.name}`, progress.errors);
    io.stderr.write(`${stack.name} is protected, and nothing was deleted:\n\n${protects.join("\n\n")}\n`);
    return ExitCode.FINDINGS;
  }
  rmSync(stack.directory, { recursive: true });
  io.stdout.write(`${stack.name}: ${progress.summary().remove} deleted.\n`);
  return ExitCode.OK;
}
