import type { Command } from "commander";
import { stopSandbox } from "../../sandbox/sandbox";
import { ExitCode } from "../exit-code";
import { shownPath } from "../files";
import type { Io } from "../io";
import { addFolderOption, folderOf } from "./site";
import { asUserError } from "./up";

export function configure(command: Command): void {
  addFolderOption(command)
    .summary("stop it, and remove all that it kept")
    .description("Stops the sandbox and removes its folder: what was deployed to it is gone.");
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const folder = folderOf(command, io);
  const was = await asUserError(() => stopSandbox(folder));
  const shown = shownPath(io, folder);
  io.stdout.write(was ? `The sandbox is down; ${shown}/ is removed.\n` : `No sandbox in ${shown}/: nothing to do.\n`);
  return ExitCode.OK;
}
