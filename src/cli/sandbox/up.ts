import { type Command, InvalidArgumentError } from "commander";
import { readRecord } from "../../sandbox/folder";
import { DEFAULT_PORT, startSandbox } from "../../sandbox/sandbox";
import { SandboxError } from "../../sandbox/sandbox-error";
import { ExitCode } from "../exit-code";
import { shownPath } from "../files";
import type { Io } from "../io";
import { UserError } from "../user-error";
import { addFolderOption, folderOf } from "./site";

export function configure(command: Command): void {
  addFolderOption(command)
    .summary("start an emulated AWS on this machine")
    .description("Starts an emulated AWS on loopback: moto_server, and the gateway before it.")
    .option("--port <port>", `where it listens; 0: any port that is free (default: ${DEFAULT_PORT})`, portNumber);
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const folder = folderOf(command, io);
  const { port } = command.opts<{ port?: number }>();
  const was = readRecord(folder) !== undefined;
  const { endpoint } = await asUserError(() => startSandbox({ folder, port, env: io.env }));
  io.stdout.write(
    `The sandbox ${was ? "runs already" : "is up"}: ${endpoint}, everything it keeps in ${shownPath(io, folder)}/.\n`,
  );
  if (!was) io.stdout.write("Next: npm run sandbox -- deploy demo\n");
  return ExitCode.OK;
}

/** What the sandbox says of what a user can mend. */
export async function asUserError<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SandboxError) throw new UserError(error.message);
    throw error;
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new InvalidArgumentError(`got ${text}; a port is a whole number from 0 to 65535.`);
}
