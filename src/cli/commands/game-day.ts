import type { Command } from "commander";
import type { CommandModule } from "../command";
import type { ExitCode } from "../exit-code";
import * as compare from "../game-day/compare";
import * as plan from "../game-day/plan";
import { UserError } from "../user-error";

/** `npm run game-day -- plan staging`, `npm run game-day -- compare staging results.json`. */
export const subcommands: { readonly [name: string]: CommandModule } = { plan, compare };

export function configure(command: Command): void {
  command.addHelpText(
    "after",
    `
Experiments of AWS FIS on an environment that allows them (its field gameDay);
their templates are the stack <environment>-game-day. Neither command starts
one: a person does, in the console or by aws fis start-experiment.`,
  );
}

export async function run(): Promise<ExitCode> {
  throw new UserError(`game-day: give one of ${Object.keys(subcommands).join(", ")}; --help says what each does`);
}
