import type { TestSandbox } from "../../../support/sandbox";
import type { Deployed } from "./deployed";
import { mendChecksum, recover, releaseLock } from "./killed";
import { agree, deleteDoubles, inAws, locksOn, smallStack } from "./small-stack";

const AUTO = ["-input=false", "-auto-approve", "-no-color"];

/** How a command ended that met faults: by itself, after the same again, or after what the runbooks say. */
export type Ending = "at once" | "by a rerun" | "by the runbook";

export interface LifeUnderFaults {
  readonly deploy: Ending;
  readonly plan: Ending;
  readonly destroy: Ending;
  /** Calls that were struck. */
  readonly struck: number;
  /** Addresses that were made twice, since the answer was lost and AWS has no token to know the same request by. */
  readonly doubled: readonly string[];
}

/**
 * Deploys, plans and destroys a small stack while a tenth of all calls are struck, the state's too.
 *
 * @throws Error where something is lost, left over, or no rerun and no runbook mends it
 */
export async function lifeUnderFaults(name: string, seed: number, sandbox: TestSandbox): Promise<LifeUnderFaults> {
  const stack = await smallStack(name, "both", sandbox);
  const before = (await sandbox.control.calls()).at(-1)?.number ?? 0;
  const run = (...args: readonly string[]) => underFaults(name, seed, stack, args, sandbox);

  let deploy = await run("apply", ...AUTO);
  if (deploy === undefined) {
    await recover(name, stack, sandbox);
    deploy = "by the runbook";
  }
  const doubled = await deleteDoubles(name, stack, sandbox);
  await agree(name, stack, sandbox);

  const plan = await run("plan", "-input=false", "-no-color", "-detailed-exitcode");
  if (plan === undefined) throw new Error("the plan isn't clean");
  const destroy = await run("destroy", ...AUTO);
  if (destroy === undefined) throw new Error("the destruction fails");

  const left = [...(await stack.state()).addresses, ...(await inAws(name, sandbox)), ...(await locksOn(name, sandbox))];
  if (left.length > 0) throw new Error(`left over: ${JSON.stringify(left)}`);
  const struck = (await sandbox.control.calls(before)).filter(({ fault }) => fault !== undefined).length;
  return { deploy, plan, destroy, struck, doubled };
}

/** Runs a command under faults; where it fails, again without, after releasing a lock. `undefined`: it fails then too. */
async function underFaults(
  name: string,
  seed: number,
  stack: Deployed,
  args: readonly string[],
  sandbox: TestSandbox,
): Promise<Ending | undefined> {
  await sandbox.control.faults({ seed, share: 0.1, slowSeconds: 1, only: "^(ec2|sns|logs|s3|dynamodb|sts):" });
  const { exitCode } = await stack.terraform(...args);
  await sandbox.control.faults({});
  if (exitCode === 0) return "at once";
  const again = await stack.terraform(...args);
  if (again.exitCode === 0) return "by a rerun";
  const released = await releaseLock(name, stack, again.output, sandbox);
  const mended = await mendChecksum(name, again.output, sandbox);
  if (!released && !mended) return undefined;
  return (await stack.terraform(...args)).exitCode === 0 ? "by the runbook" : undefined;
}
