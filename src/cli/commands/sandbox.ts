import type { Command } from "commander";
import type { CommandModule } from "../command";
import type { ExitCode } from "../exit-code";
import * as deploy from "../sandbox/deploy";
import * as destroy from "../sandbox/destroy";
import * as down from "../sandbox/down";
import * as drift from "../sandbox/drift";
import * as plan from "../sandbox/plan";
import * as status from "../sandbox/status";
import * as up from "../sandbox/up";
import { UserError } from "../user-error";

/** `npm run sandbox -- up`, `npm run sandbox -- deploy production`, … */
export const subcommands: { readonly [name: string]: CommandModule } = {
  up,
  deploy,
  plan,
  drift,
  destroy,
  status,
  down,
};

export function configure(command: Command): void {
  command.addHelpText(
    "after",
    `
The real Terraform on an emulated AWS, without an account: moto_server behind a
gateway that mends its gaps (docs/sandbox.md). It listens on loopback only, and
keeps everything in .sandbox/.`,
  );
}

export async function run(): Promise<ExitCode> {
  throw new UserError(`sandbox: give one of ${Object.keys(subcommands).join(", ")}; --help says what each does`);
}
