import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a sandbox keeps in its folder, besides the stacks that were deployed to it. */
export const FILES = {
  record: "sandbox.json",
  calls: "calls.jsonl",
  emulatorLog: "emulator.log",
  gatewayLog: "gateway.log",
} as const;

/** A process, told from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

/** A running sandbox. */
export interface SandboxRecord {
  /** Where AWS's API is to be found: `"http://127.0.0.1:4566"`. */
  readonly endpoint: string;
  readonly gateway: ProcessIdentity;
  readonly emulator: ProcessIdentity;
  readonly emulatorPort: number;
}

/** What the folder says of its sandbox; `undefined` where none was started, or it was stopped. */
export function readRecord(folder: string): SandboxRecord | undefined {
  const file = join(folder, FILES.record);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** A process that runs, with the time that it was started at. */
export function processIdentity(pid: number): ProcessIdentity {
  return { pid, started: startOf(pid) ?? "" };
}

/** Whether that very process still runs. */
export function isRunning({ pid, started }: ProcessIdentity): boolean {
  return startOf(pid) === started;
}

function startOf(pid: number): string | undefined {
  try {
    const text = execFileSync("ps", ["-o", "lstart=,state=", "-p", String(pid)], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const line = text.toString().trim();
    // One that has ended and that nobody asked about yet.
    return line === "" || line.endsWith("Z") ? undefined : line.replace(/\s+\S+$/, "");
  } catch {
    return undefined;
  }
}
