import type { Command } from "commander";
import { BACKEND_FILE } from "../../environments/backend";
import { bootstrap } from "../bootstrap";
import type { ExitCode } from "../exit-code";
import type { Io } from "../io";

export function configure(command: Command): void {
  command
    .argument("<environment>", "name of an environment, or path of its file")
    .option("--yes", "apply without asking", false)
    .addHelpText(
      "after",
      `
The bucket that will hold the state can't hold it before it is there. So this
applies <environment>-state with its state on this machine, writes the key's ARN
to ${BACKEND_FILE}, moves the state into the bucket and checks that the next
plan is empty. Repeat it as often as you like: it goes on where it stopped, and
where all is done it says so.

BALLAST_MODE must be aws or sandbox. Without --yes it shows the plan and stops.
Exit codes: 0 done, 1 a step failed (or the plan was only shown), 2 bad input.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { yes } = command.opts<{ yes: boolean }>();
  return bootstrap(command.processedArgs[0], { yes }, io);
}
