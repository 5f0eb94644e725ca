import { spawn } from "node:child_process";
import type { TestSandbox } from "../../../support/sandbox";
import type { Deployed } from "./deployed";
import { inAws } from "./small-stack";

/** Applies, and kills Terraform and its provider with -9 when it makes that call of the services' (the state's aren't counted). */
export async function killedAt(call: number, { directory }: Deployed, sandbox: TestSandbox): Promise<void> {
  await sandbox.control.faults({ holdAt: call, only: "^(ec2|sns|logs):" });
  const args = ["apply", "-input=false", "-auto-approve", "-no-color"];
  // A group of its own: the provider is a process beside it.
  const child = spawn("terraform", args, { cwd: directory, env: sandbox.env, stdio: "ignore", detached: true });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded && !(await sandbox.control.status()).holds) await new Promise((resolve) => setTimeout(resolve, 100));
  if (hasEnded) throw new Error(`the apply ended before call ${call}`);
  if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  await ended;
  await sandbox.control.faults({});
}

/**
 * What the runbook says after a killed apply: release the lock, import what AWS has and the state doesn't, apply.
 * @param message of the apply that found the lock
 */
export async function recover(name: string, stack: Deployed, message: string, sandbox: TestSandbox): Promise<void> {
  const id = /ID:\s+([0-9a-f-]{36})/.exec(message)?.[1];
  if (id === undefined) throw new Error(`no lock's id in ${message}`);
  const run = async (...args: readonly string[]) => {
    const { exitCode, output } = await stack.terraform(...args);
    if (exitCode !== 0) throw new Error(`terraform ${args.join(" ")}: ${output}`);
  };
  await run("force-unlock", "-force", id);
  const known = new Set((await stack.state()).addresses);
  for (const [address, resource] of await inAws(name, sandbox)) {
    if (!known.has(address)) await run("import", "-input=false", "-no-color", address, resource);
  }
  await run("apply", "-input=false", "-auto-approve", "-no-color");
  await run("plan", "-input=false", "-no-color", "-detailed-exitcode");
}
