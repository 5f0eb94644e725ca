import { createHash } from "node:crypto";
import { type TestSandbox, testSandbox } from "../../../support/sandbox";
import { lifeUnderFaults } from "../support/faulted";
import { killedAt, recover } from "../support/killed";
import { agree, makeStateStore, smallStack } from "../support/small-stack";
import type { SoakPart, Verdict } from "./part";

/** Calls of an apply of the small stack, with those of its state. */
const CALLS = 90;

/** Deploys, plans and destroys under faults, a seed each. */
export function faultsPart(seeds: readonly number[]): SoakPart {
  return {
    title: "Faults",
    ids: seeds.map((seed) => `fault-${seed}`),
    run: (ids, tell) => each(ids, tell, faults),
  };
}

async function faults(id: string, seed: number, sandbox: TestSandbox): Promise<Verdict> {
  const { deploy, plan, destroy, struck, doubled } = await lifeUnderFaults(id, seed, sandbox);
  const made = doubled.length > 0 ? `; made twice: ${doubled.join(", ")} (an answer was lost)` : "";
  const isHeld = doubled.length === 0 && ![deploy, plan, destroy].includes("by the runbook");
  const text = `${struck} struck; deployed ${deploy}, planned ${plan}, destroyed ${destroy}${made}`;
  return { id, outcome: isHeld ? "held" : "explained", text };
}

/** Kills an apply with -9 at a call that the seed chooses, and recovers. */
export function killsPart(seeds: readonly number[]): SoakPart {
  return {
    title: "Killed",
    ids: seeds.map((seed) => `killed-${seed}`),
    run: (ids, tell) => each(ids, tell, kill),
  };
}

async function kill(id: string, seed: number, sandbox: TestSandbox): Promise<Verdict> {
  const stack = await smallStack(id, "both", sandbox);
  const call = 1 + (createHash("sha256").update(id).update(String(seed)).digest().readUInt32BE() % CALLS);
  if (!(await killedAt(call, ".", stack, sandbox))) throw new Error(`the apply ended before call ${call}`);
  const { foundLock, mendedChecksum, imported } = await recover(id, stack, sandbox);
  await agree(id, stack, sandbox);
  const steps = [
    ...(foundLock ? ["lock released"] : []),
    ...(mendedChecksum ? ["checksum mended"] : []),
    ...(imported.length > 0 ? [`${imported.length} of 12 imported`] : []),
  ];
  return { id, outcome: "held", text: `at call ${call}; ${steps.join(", ") || "nothing to mend"}; converged` };
}

async function each(
  ids: readonly string[],
  tell: (verdict: Verdict) => void,
  run: (id: string, seed: number, sandbox: TestSandbox) => Promise<Verdict>,
): Promise<void> {
  const sandbox = await testSandbox();
  try {
    await makeStateStore(sandbox);
    for (const id of ids) {
      const seed = Number(id.split("-").at(-1));
      tell(
        await run(id, seed, sandbox).catch((error: Error) => ({ id, outcome: "failed" as const, text: error.message })),
      );
      await sandbox.control.faults({});
    }
  } finally {
    await sandbox.stop();
  }
}
