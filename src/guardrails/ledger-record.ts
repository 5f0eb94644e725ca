import type { Plan } from "../plan/plan";
import { compareLedger, type Ledger, type Loss, protectedAddresses } from "./ledger";

export interface LedgerEdits {
  /** New address by old one. */
  readonly moves: ReadonlyMap<string, string>;
  /** Addresses that may go. */
  readonly removals: readonly string[];
}

export interface Recorded {
  /** The environment's entries as they should be. */
  readonly entries: Ledger[string];
  /** What changes, a line each (`"+ production-platform: aws_lb.load_balancer"`). */
  readonly changes: readonly string[];
  /** What is wrong with the edits, a line each; nothing may be written then. */
  readonly problems: readonly string[];
  /** What was lost and isn't named by an edit; nothing may be written then either. */
  readonly unnamed: readonly Loss[];
}

/** Brings an environment's entries up to its stacks. What was lost goes only by name, in `edits`. */
export function recordLedger(
  entries: Ledger[string],
  stacks: ReadonlyMap<string, Plan>,
  { moves, removals }: LedgerEdits,
): Recorded {
  const { lost, moved, unrecorded } = compareLedger(entries, stacks);
  const current = new Set([...stacks.values()].flatMap(protectedAddresses));
  const pinned = new Set(Object.values(entries).flat());
  const named = [...moves.keys(), ...removals];
  const targets = new Set(moves.values());

  const problems = [
    ...named.filter((address) => !pinned.has(address)).map((address) => `${address} isn't in the ledger`),
    ...named
      .filter((address) => current.has(address))
      .map((address) => `${address} is still protected in the stack; take its prevent_destroy out first`),
    ...[...moves]
      .filter(([, to]) => !current.has(to))
      .map(([from, to]) => `${from} can't have moved to ${to}: the stacks hold no protected resource there`),
  ];

  const changes = [
    ...moved.map(({ stack, from, to }) => `> ${stack}: ${from} moved to ${to}`),
    ...lost.map(({ stack, address }) => {
      const to = moves.get(address);
      if (to === undefined) return `- ${stack}: ${address}`;
      // With a moved block it wouldn't be lost.
      return `> ${stack}: ${address} moved to ${to}; no moved block says so: run terraform state mv ${address} ${to}`;
    }),
    ...unrecorded.filter(({ address }) => !targets.has(address)).map(({ stack, address }) => `+ ${stack}: ${address}`),
  ];
  const recorded = [...stacks].map(([stack, plan]) => [stack, protectedAddresses(plan)] as const);
  return {
    entries: Object.fromEntries(recorded.filter(([, addresses]) => addresses.length > 0)),
    changes,
    problems,
    unnamed: lost.filter(({ address }) => !named.includes(address)),
  };
}
