import { resolve } from "node:path";
import type { Command } from "commander";
import { SANDBOX_FOLDER } from "../../environments/sandbox";
import { readRecord, type SandboxRecord } from "../../sandbox/folder";
import { describeState, stateOf } from "../../sandbox/sandbox";
import type { Io } from "../io";
import { UserError } from "../user-error";

/** The option that tells one sandbox from another, on every command of theirs. */
export function addFolderOption(command: Command): Command {
  return command.option(
    "--folder <folder>",
    `where this sandbox keeps everything (default: BALLAST_SANDBOX, or ${SANDBOX_FOLDER} in the project)`,
  );
}

/** The sandbox's folder, absolute. */
export function folderOf(command: Command, { env, project, cwd }: Io): string {
  const { folder } = command.opts<{ folder?: string }>();
  return folder === undefined ? resolve(project, env.BALLAST_SANDBOX || SANDBOX_FOLDER) : resolve(cwd, folder);
}

/** @throws UserError where no sandbox runs there, or half of one */
export function runningSandbox(folder: string): SandboxRecord {
  const record = readRecord(folder);
  if (record === undefined) throw new UserError(`no sandbox runs in ${folder}; start one: npm run sandbox -- up`);
  if (stateOf(record) === "up") return record;
  throw new UserError(
    `${folder}: ${describeState(record)}; what was in it is gone. npm run sandbox -- down, then up, then deploy`,
  );
}

/** What commands see that work in a sandbox: its mode, its folder, one copy of the providers for all. */
export function sandboxIo(folder: string, io: Io): Io {
  return {
    ...io,
    env: {
      ...io.env,
      BALLAST_MODE: "sandbox",
      BALLAST_SANDBOX: folder,
    },
  };
}
