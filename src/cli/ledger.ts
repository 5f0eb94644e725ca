import { join } from "node:path";
import { LEDGER_FILE, type Ledger } from "../guardrails/ledger";
import { type LedgerEdits, type Recorded, recordLedger } from "../guardrails/ledger-record";
import { readLedger } from "../guardrails/settings";
import type { Plan } from "../plan/plan";
import { writeAtomically } from "./files";
import type { Io } from "./io";

/** A ledger as it is, and as it would be. */
export interface LedgerUpdate extends Recorded {
  /** Writes it. */
  readonly write: () => void;
}

/** Brings an environment's entries in the project's ledger up to its stacks; nothing is written yet. */
export function ledgerUpdate(
  environment: string,
  plans: ReadonlyMap<string, Plan>,
  edits: LedgerEdits,
  { project }: Io,
): LedgerUpdate {
  const path = join(project, LEDGER_FILE);
  const ledger = readLedger(path);
  const recorded = recordLedger(ledger[environment] ?? {}, plans, edits);
  return {
    ...recorded,
    write: () => writeAtomically(path, textOf({ ...ledger, [environment]: recorded.entries })),
  };
}

/** In a fixed order, so that a diff shows what changed and nothing else. */
function textOf(ledger: Ledger): string {
  const sorted = <Value>(record: { readonly [key: string]: Value }) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const ordered = sorted(ledger)
    .map(([environment, entries]) => [environment, Object.fromEntries(sorted(entries))] as const)
    .filter(([, entries]) => Object.keys(entries).length > 0);
  return `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`;
}
