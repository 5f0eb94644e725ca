import type { Command } from "commander";
import type { TerraformRoleKind } from "../../environments/session";
import { controlOf } from "../../sandbox/sandbox";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { addFolderOption, folderOf, runningSandbox, sandboxIo } from "./site";
import { asUserError } from "./up";

/** Argument and options of a command that has Terraform work on an environment. */
export function addTerraformOptions(command: Command): Command {
  return addFolderOption(command.argument("<environment>", "name of an environment, or path of its file")).option(
    "--enforce",
    "take Terraform's own role, and refuse what its policies don't allow",
    false,
  );
}

/** Does something in the running sandbox; with `--enforce` in a role of Terraform's, held to its policies. */
export async function inSandbox(
  command: Command,
  io: Io,
  role: TerraformRoleKind,
  work: (environment: string, io: Io) => Promise<ExitCode>,
): Promise<ExitCode> {
  const folder = folderOf(command, io);
  const { endpoint } = runningSandbox(folder);
  const { enforce } = command.opts<{ enforce: boolean }>();
  const environment: string = command.processedArgs[0];
  const sandboxed = sandboxIo(folder, io);
  if (!enforce) return asUserError(() => work(environment, sandboxed));
  const control = controlOf(endpoint);
  await asUserError(() => control.enforce("deny"));
  try {
    const env = { ...sandboxed.env, BALLAST_ROLE: role };
    return await asUserError(() => work(environment, { ...sandboxed, env }));
  } finally {
    await control.enforce("off");
  }
}
