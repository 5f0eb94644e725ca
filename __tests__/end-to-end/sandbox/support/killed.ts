import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestSandbox } from "../../../support/sandbox";
import type { Deployed } from "./deployed";
import { inAws, locksOn, removeLocks, setChecksum } from "./small-stack";

const APPLY = ["apply", "-input=false", "-auto-approve", "-no-color"];

/** Waits until the gateway holds calls. */
export async function untilHeld({ control }: TestSandbox, isOver = () => false): Promise<void> {
  while (!isOver() && !(await control.status()).holds) await new Promise((resolve) => setTimeout(resolve, 100));
}

/**
 * Applies, and kills Terraform and its provider with -9 when it makes that call of those that `only` names.
 * @returns false where it ended before that call
 */
export async function killedAt(
  call: number,
  only: string,
  { directory }: Deployed,
  sandbox: TestSandbox,
): Promise<boolean> {
  await sandbox.control.faults({ holdAt: call, only });
  // A group of its own: the provider is a process beside it.
  const child = spawn("terraform", APPLY, { cwd: directory, env: sandbox.env, stdio: "ignore", detached: true });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve())).then(() => {
    hasEnded = true;
  });
  await untilHeld(sandbox, () => hasEnded);
  const wasKilled = !hasEnded;
  if (wasKilled && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  await ended;
  await sandbox.control.faults({});
  return wasKilled;
}

/** What the runbook's steps met. */
export interface Recovery {
  /** The next plan found the lock, and said whose it is. */
  readonly foundLock: boolean;
  /** The state's checksum in the lock table was that of the state before. */
  readonly mendedChecksum: boolean;
  /** Addresses of what AWS had and the state hadn't. */
  readonly imported: readonly string[];
}

/**
 * What docs/runbooks.md says after an apply that was killed: release the lock, mend the checksum, import what AWS has and the
 * state hasn't, apply; then a plan is clean.
 *
 * @throws Error where a step fails
 */
export async function recover(name: string, stack: Deployed, sandbox: TestSandbox): Promise<Recovery> {
  const run = async (...args: readonly string[]) => {
    const { exitCode, output } = await stack.terraform(...args);
    if (exitCode !== 0) throw new Error(`terraform ${args.join(" ")}: ${output}`);
  };
  let { output } = await stack.terraform("plan", "-input=false", "-no-color");
  const foundLock = await releaseLock(name, stack, output, sandbox);
  if (foundLock) ({ output } = await stack.terraform("plan", "-input=false", "-no-color"));
  const mendedChecksum = await mendChecksum(name, output, sandbox);

  const known = new Set((await stack.state()).addresses);
  const found = (await inAws(name, sandbox)).filter(([address]) => !known.has(address));
  const unknown = [...new Map(found)];
  // Blocks, which plan and apply at once what `terraform import` does one by one.
  const blocks = { import: unknown.map(([to, id]) => ({ to, id })) };
  writeFileSync(join(stack.directory, "imports.tf.json"), JSON.stringify(blocks));
  await run(...APPLY);
  await run("plan", "-input=false", "-no-color", "-detailed-exitcode");
  return { foundLock, mendedChecksum, imported: unknown.map(([address]) => address) };
}

/** Releases the lock that a command has met; false where it met none. @param output of that command */
export async function releaseLock(
  name: string,
  stack: Deployed,
  output: string,
  sandbox: TestSandbox,
): Promise<boolean> {
  if (!output.includes("Error acquiring the state lock")) return false;
  const id = /ID:\s+([0-9a-f-]{36})/.exec(output)?.[1];
  if (id === undefined || !/Operation:\s+OperationType/.test(output)) throw new Error(`whose lock? ${output}`);
  const { exitCode } = await stack.terraform("force-unlock", "-force", id);
  // Of the two, one was there alone: by hand.
  if (exitCode !== 0) await removeLocks(name, sandbox);
  const left = await locksOn(name, sandbox);
  if (left.length > 0) throw new Error(`still locked: ${left.join(", ")}`);
  return true;
}

/** Gives the lock table the checksum of the state that is there; false where it has it. @param output of a command */
export async function mendChecksum(name: string, output: string, sandbox: TestSandbox): Promise<boolean> {
  const calculated = /Calculated checksum:\s+([0-9a-f]{32})/.exec(output)?.[1];
  if (calculated !== undefined) await setChecksum(name, calculated, sandbox);
  return calculated !== undefined;
}
