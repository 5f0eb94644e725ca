import type { Command } from "commander";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { selectorIn } from "./beforehand";
import { failed } from "./deploy";
import { addTerraformOptions, inSandbox } from "./enforced";
import { initialize, sandboxStack } from "./stack";

export function configure(command: Command): void {
  addTerraformOptions(command)
    .summary("plan what is deployed: no changes")
    .description("Plans a deployed environment. Exit codes: 0 no changes, 1 changes or a failure, 2 bad input.");
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  return inSandbox(command, io, "plan", plan);
}

/** Plans an environment in the sandbox of `io`, and says what would change. */
export async function plan(given: string, io: Io): Promise<ExitCode> {
  const stack = await sandboxStack(selectorIn(given, io), io);
  const { failure } = await initialize(stack);
  if (failure !== undefined) return failed(io, "terraform init", [failure]);
  const planned = await stack.terraform.run(stack.directory, "plan", "-input=false", "-detailed-exitcode", "-no-color");
  if (planned.exitCode === 0) {
    io.stdout.write(`${stack.name}: no changes.\n`);
    return ExitCode.OK;
  }
  if (planned.exitCode !== 2) return failed(io, `terraform plan ${stack.name}`, [planned.output]);
  io.stdout.write(planned.stdout);
  return ExitCode.FINDINGS;
}
