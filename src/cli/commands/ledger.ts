import { type Command, InvalidArgumentError } from "commander";
import { LEDGER_FILE, type Loss } from "../../guardrails/ledger";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { ledgerUpdate } from "../ledger";
import { colorsFor } from "../output";
import { synthesize } from "../synthesis";
import { UserError } from "../user-error";

interface Options {
  readonly check: boolean;
  readonly move: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
}

export function configure(command: Command): void {
  command
    .argument("<environment>", "name of an environment, or path of its file")
    .option("--check", "write nothing; exit 1 if the ledger isn't up to date", false)
    .option("--move <old=new>", "a pinned resource has a new address (may be repeated)", addMove, new Map())
    .option(
      "--remove <address>",
      "a pinned resource may go (may be repeated)",
      (address, all: string[]) => [...all, address],
      [],
    )
    .addHelpText(
      "after",
      `
${LEDGER_FILE} pins the addresses of what is under prevent_destroy: a
synth that loses one of them fails. This command records new ones; lost ones go
only by name. Exit codes: 0 up to date, 1 it isn't, 2 bad input.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { check, move, remove } = command.opts<Options>();
  const { environment, plans } = synthesize(command.processedArgs[0], io);
  const recorded = ledgerUpdate(environment, plans, { moves: move, removals: remove }, io);
  if (recorded.problems.length > 0) throw new UserError(...recorded.problems);

  const colors = colorsFor(io);
  for (const change of recorded.changes) {
    const paint = change.startsWith("+") ? colors.green : change.startsWith("-") ? colors.red : colors.yellow;
    io.stdout.write(`${paint(change)}\n`);
  }
  if (recorded.unnamed.length > 0) {
    io.stderr.write(recorded.unnamed.map((loss) => lossText(environment, loss)).join(""));
    return ExitCode.FINDINGS;
  }
  const count = Object.values(recorded.entries).flat().length;
  if (recorded.changes.length === 0) {
    io.stdout.write(`${LEDGER_FILE} is up to date: ${count} addresses of ${environment}\n`);
    return ExitCode.OK;
  }
  if (check) {
    io.stderr.write(`${LEDGER_FILE} isn't up to date; record it: npm run ledger -- ${environment}\n`);
    return ExitCode.FINDINGS;
  }
  recorded.write();
  io.stdout.write(`${LEDGER_FILE} now pins ${count} addresses of ${environment}; commit it\n`);
  return ExitCode.OK;
}

function addMove(text: string, all: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [from, to, ...more] = text.split("=");
  if (!from || !to || more.length > 0) throw new InvalidArgumentError("Give OLD_ADDRESS=NEW_ADDRESS.");
  return new Map([...all, [from, to]]);
}

function lossText(environment: string, { stack, address, consequence }: Loss): string {
  return [
    `${stack}: ${address} ${consequence}. Put it back, or name it:`,
    `  npm run ledger -- ${environment} --move ${address}=NEW_ADDRESS`,
    `  npm run ledger -- ${environment} --remove ${address}`,
    "",
  ].join("\n");
}
