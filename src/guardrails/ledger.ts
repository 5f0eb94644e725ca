import { z } from "zod";
import type { Plan } from "../plan/plan";
import { environmentOf } from "./environment";
import { type Finding, findingOf } from "./report";
import type { Rule } from "./rule";

/** File of the project that pins the addresses of protected resources. */
export const LEDGER_FILE = "protected.ledger.json";

/** Its content: the addresses by environment and stack. */
export const ledgerFileSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())));

export type Ledger = { readonly [environment: string]: { readonly [stack: string]: readonly string[] } };

/** An address that the ledger holds and the stack no longer protects. */
export interface Loss {
  readonly stack: string;
  readonly address: string;
  readonly consequence: "would be destroyed" | "would no longer be protected";
}

/** What a stack's entries say against the stack. */
export interface Comparison {
  readonly lost: readonly Loss[];
  /** Moved by a `moved` block to an address that is protected. */
  readonly moved: readonly { readonly stack: string; readonly from: string; readonly to: string }[];
  /** Protected, and not in the ledger yet. */
  readonly unrecorded: readonly { readonly stack: string; readonly address: string }[];
}

/** The addresses under `prevent_destroy`, sorted. */
export function protectedAddresses(plan: Plan): readonly string[] {
  return plan
    .resources()
    .filter(({ lifecycle }) => lifecycle?.preventDestroy)
    .map(({ address }) => address)
    .sort();
}

/** Compares an environment's entries with its stacks; `stacks` are all that it has. */
export function compareLedger(entries: Ledger[string], stacks: ReadonlyMap<string, Plan>): Comparison {
  const lost: Loss[] = [];
  const moved: { stack: string; from: string; to: string }[] = [];
  const unrecorded: { stack: string; address: string }[] = [];
  for (const [stack, addresses] of Object.entries(entries)) {
    const plan = stacks.get(stack);
    const current = plan === undefined ? [] : protectedAddresses(plan);
    for (const address of addresses) {
      if (current.includes(address)) continue;
      const to = plan && destination(plan, address);
      if (to !== undefined && current.includes(to)) moved.push({ stack, from: address, to });
      else lost.push({ stack, address, consequence: consequenceFor(plan, to ?? address) });
    }
  }
  for (const [stack, plan] of stacks) {
    const known = new Set([
      ...(entries[stack] ?? []),
      ...moved.filter((move) => move.stack === stack).map(({ to }) => to),
    ]);
    for (const address of protectedAddresses(plan)) if (!known.has(address)) unrecorded.push({ stack, address });
  }
  return { lost, moved, unrecorded };
}

/**
 * What the ledger has against the plans. Only a `cdk.tf.json` says what is protected; any other plan is left alone.
 * @param whole whether the plans are all that their environments have: a stack that is missing then is a loss too
 */
export function ledgerFindings(ledger: Ledger, plans: ReadonlyMap<string, Plan>, whole: boolean): readonly Finding[] {
  const stacks = new Map([...plans].filter(([, plan]) => plan.source === "configuration"));
  return [...byEnvironment(stacks)].flatMap(([environment, own]) => {
    const entries = Object.entries(ledger[environment] ?? {}).filter(([stack]) => whole || own.has(stack));
    const [pinned] = entries.find(([, addresses]) => addresses.length > 0) ?? [];
    if (pinned === undefined) return [];
    if ([...own.values()].some(({ disposable }) => disposable)) return [disposableFinding(environment, pinned)];
    return compareLedger(Object.fromEntries(entries), own).lost.map((loss) => lossFinding(environment, loss));
  });
}

/** Stacks of ours, by their environment. */
function byEnvironment(stacks: ReadonlyMap<string, Plan>): ReadonlyMap<string, ReadonlyMap<string, Plan>> {
  const environments = new Map<string, Map<string, Plan>>();
  for (const [stack, plan] of stacks) {
    const environment = environmentOf(plan);
    if (environment === undefined) continue;
    environments.set(environment, (environments.get(environment) ?? new Map()).set(stack, plan));
  }
  return environments;
}

const PINNED: Omit<Rule, "check" | "fix"> = {
  id: "ledger/pinned",
  severity: "high",
  title: "What the ledger pins stays where it is, under prevent_destroy",
  why: "prevent_destroy goes with the block that holds it: deleted or renamed code destroys the resource without a word.",
  references: [],
};

function disposableFinding(environment: string, stack: string): Finding {
  const fix = "Take disposable: true out, or give the disposable environment a name of its own.";
  const detail = `${environment} is disposable, and ${LEDGER_FILE} holds protected resources of it`;
  return findingOf({ ...PINNED, fix }, stack, "", detail);
}

function lossFinding(environment: string, { stack, address, consequence }: Loss): Finding {
  const command = `npm run ledger -- ${environment}`;
  const fix = `Put it back as it was. Or, if it is meant, record it: ${command} --move ${address}=NEW_ADDRESS where it has a new address, ${command} --remove ${address} where it may go.`;
  return findingOf({ ...PINNED, fix }, stack, address, consequence);
}

function consequenceFor(plan: Plan | undefined, address: string): Loss["consequence"] {
  return plan?.resource(address) === undefined ? "would be destroyed" : "would no longer be protected";
}

/** Where `moved` blocks lead from an address, through each other. */
function destination(plan: Plan, from: string): string | undefined {
  let to: string | undefined;
  // As many steps as there are blocks: a ring of them ends too.
  for (const _ of plan.moves) to = plan.moves.find((move) => move.from === (to ?? from))?.to ?? to;
  return to;
}
