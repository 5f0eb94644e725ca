import { existsSync } from "node:fs";
import type { Command } from "commander";
import { loadEnvironments } from "../../environments/load";
import { sandboxSite } from "../../environments/sandbox";
import { AwsError, awsAt } from "../../sandbox/client";
import { bootstrap } from "../bootstrap";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { madeBeforehand } from "./beforehand";
import { addTerraformOptions, inSandbox } from "./enforced";
import { printed, progressOf } from "./progress";
import { initialize, sandboxStack } from "./stack";

export function configure(command: Command): void {
  addTerraformOptions(command)
    .summary("bootstrap its state, apply its platform")
    .description("Bootstraps an environment's state for real, then applies its platform.")
    .addHelpText(
      "after",
      `
What an environment says is there already (a VPC, a hosted zone) is made first,
by hand; a copy of the environment with its ids is kept in the folder.

Exit codes: 0 applied, 1 a step failed, 2 bad input or no sandbox.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  return inSandbox(command, io, "apply", deploy);
}

/** Deploys an environment to the sandbox of `io`; a second time it changes nothing. */
export async function deploy(given: string, io: Io, show = printed(io)): Promise<ExitCode> {
  const selector = await madeBeforehand(given, io);
  if (!(await isBootstrapped(selector, io))) {
    const exitCode = await bootstrap(selector, { yes: true }, io);
    if (exitCode !== ExitCode.OK) return exitCode;
  }
  const stack = await sandboxStack(selector, io);
  const { failure } = await initialize(stack);
  if (failure !== undefined) return failed(io, "terraform init", [failure]);
  const progress = progressOf(show);
  const apply = await stack.terraform.watch(
    stack.directory,
    progress.take,
    ...["apply", "-json", "-input=false", "-auto-approve"],
  );
  if (apply.exitCode !== 0) {
    return failed(io, `terraform apply ${stack.name}`, progress.errors.length > 0 ? progress.errors : [apply.output]);
  }
  const { add, change, remove } = progress.summary();
  io.stdout.write(
    add + change + remove === 0
      ? `${stack.name}: no changes.\n`
      : `${stack.name}: ${add} made, ${change} changed, ${remove} deleted.\n`,
  );
  return ExitCode.OK;
}

/** Says what failed, and that a rerun goes on from there. */
export function failed(io: Io, what: string, errors: readonly string[]): ExitCode {
  io.stderr.write(`${what} failed:\n\n${errors.join("\n\n").trim()}\n\nRepeat the command: it goes on from here.\n`);
  return ExitCode.FINDINGS;
}

/** Whether the environment's state stack lies in the bucket that it made. */
async function isBootstrapped(selector: string, io: Io): Promise<boolean> {
  const { endpoint, backendFile } = sandboxSite(io.env, io.project);
  if (backendFile === undefined || !existsSync(backendFile)) return false;
  const [loaded] = loadEnvironments({ selector, cwd: io.cwd, mode: "sandbox", backendFile });
  if (loaded === undefined) return false;
  const { environment, backend } = loaded;
  try {
    await awsAt(endpoint).rest("s3", "HEAD", `/${backend.bucket}/${environment.name}-state/terraform.tfstate`);
    return true;
  } catch (error) {
    if (error instanceof AwsError) return false;
    throw error;
  }
}
