import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { HOST, isOpen, MOTO } from "./emulator";
import type { Enforcement, StatementUse } from "./enforcement/enforcer";
import type { FaultPlan } from "./faults/fault-plan";
import { FILES, isRunning, readRecord, type SandboxRecord } from "./folder";
import { CONTROL } from "./gateway/control";
import type { RecordedCall } from "./gateway/recorder";
import { SandboxError } from "./sandbox-error";

/** Where the gateway listens unless told otherwise. */
export const DEFAULT_PORT = 4566;
const PATIENCE_SECONDS = 90;

export interface StartProps {
  /** Folder of everything that the sandbox keeps; made if it isn't there. Absolute. */
  readonly folder: string;
  /** Port of loopback; `0`: one that is free. @default DEFAULT_PORT */
  readonly port?: number;
  /** Variables of its processes, such as the PATH that moto_server is on. @default - this process's own */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Starts a sandbox, a gateway and an emulator, in processes of their own that outlive this one.
 *
 * @returns what runs; a sandbox of that folder that ran already is left as it is
 * @throws SandboxError where it can't: no `moto_server`, the port in use, a half-dead sandbox in the folder
 */
export async function startSandbox({
  folder,
  port = DEFAULT_PORT,
  env = process.env,
}: StartProps): Promise<SandboxRecord> {
  const before = readRecord(folder);
  if (before !== undefined) {
    const state = stateOf(before);
    if (state === "up") return before;
    throw new SandboxError(`${folder}: ${STATES[state]}; what was in it is gone. npm run sandbox -- down, then up.`);
  }
  requireMoto(env);
  if (port !== 0 && (await isOpen(port))) {
    throw new SandboxError(
      `port ${port} of ${HOST} is in use; choose another with --port, or --port 0 for any that is free`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, FILES.gatewayLog);
  rmSync(logFile, { force: true });
  const log = openSync(logFile, "a");
  const loader = join(__dirname, "../../typescript.cjs");
  const child = spawn(process.execPath, ["--require", loader, join(__dirname, "main.ts"), folder, String(port)], {
    detached: true,
    env,
    stdio: ["ignore", log, log],
  });
  child.unref();
  let ended = false;
  child.on("exit", () => {
    ended = true;
  });
  for (let tenths = 0; tenths < PATIENCE_SECONDS * 10 && !ended; tenths += 1) {
    const record = readRecord(folder);
    if (record !== undefined) return record;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new SandboxError(`the sandbox doesn't start: ${readFileSync(logFile, "utf8").trim() || "no answer"}`);
}

/** Ends a sandbox's processes and removes its folder; says whether there was anything. */
export async function stopSandbox(folder: string): Promise<boolean> {
  const record = readRecord(folder);
  if (record !== undefined) {
    for (const process of [record.gateway, record.emulator]) if (isRunning(process)) await ended(process.pid);
  }
  const was = existsSync(folder);
  rmSync(folder, { recursive: true, force: true });
  return was;
}

export type SandboxState = "up" | "emulator gone" | "gateway gone" | "gone";

const STATES: { readonly [state in SandboxState]: string } = {
  up: "it runs",
  "emulator gone": "the emulator has died, the gateway still runs",
  "gateway gone": "the gateway has died, the emulator still runs",
  gone: "both of its processes have died",
};

/** Which of a sandbox's processes still run. */
export function stateOf({ gateway, emulator }: SandboxRecord): SandboxState {
  if (isRunning(gateway)) return isRunning(emulator) ? "up" : "emulator gone";
  return isRunning(emulator) ? "gateway gone" : "gone";
}

/** A sandbox's state in words. */
export function describeState(record: SandboxRecord): string {
  return STATES[stateOf(record)];
}

export interface GatewayStatus {
  readonly gatewayPid: number;
  readonly emulator: "up" | "gone";
  readonly calls: number;
  readonly faults: FaultPlan;
  readonly holds: boolean;
}

/** What a test or a command may ask of a running gateway. */
export interface GatewayControl {
  /** Calls that were recorded after that number. @param after @default 0 */
  calls(after?: number): Promise<readonly RecordedCall[]>;
  /** What goes wrong from now on; `{}`: nothing. What was held is cut, as if it had never arrived. */
  faults(plan: FaultPlan): Promise<void>;
  /** Whether calls of roles are judged by their policies. */
  enforce(mode: Enforcement): Promise<void>;
  /** The statements of the roles that came while it was on, and what each was used for. */
  uses(): Promise<readonly StatementUse[]>;
  /** Lets that many seconds pass for the state machines, at once; what is due in them is done when it returns. */
  pass(seconds: number): Promise<void>;
  /** Whether Spot has instances to give to groups. It has, unless told otherwise. */
  spot(available: boolean): Promise<void>;
  /** Whether the emulator answers, how many calls there were, whether calls are held. */
  status(): Promise<GatewayStatus>;
  /** Empties the emulator, and forgets recorded calls. */
  reset(): Promise<void>;
  /** Settings of moto's own: `{ stepfunctions: { execute_state_machine: true } }`. */
  emulator(settings: object): Promise<void>;
}

/** Speaks to a gateway at run time. */
export function controlOf(endpoint: string): GatewayControl {
  const ask = (method: string, path: string, body?: unknown) => asked(endpoint, method, path, body);
  return {
    calls: async (after = 0) => (await ask("GET", `calls?after=${after}`)) as readonly RecordedCall[],
    faults: async (plan) => void (await ask("POST", "faults", plan)),
    enforce: async (mode) => void (await ask("POST", "enforce", { mode })),
    uses: async () => (await ask("GET", "uses")) as readonly StatementUse[],
    pass: async (passSeconds) => void (await ask("POST", "time", { passSeconds })),
    spot: async (available) => void (await ask("POST", "spot", { available })),
    status: async () => (await ask("GET", "status")) as GatewayStatus,
    reset: async () => void (await ask("POST", "reset")),
    emulator: async (settings) => void (await ask("POST", "emulator", settings)),
  };
}

function asked(endpoint: string, method: string, path: string, body?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${endpoint}${CONTROL}${path}`, { method, agent: false }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      incoming.on("end", () => {
        if (incoming.statusCode === 200) resolve(JSON.parse(text || "null"));
        else reject(new SandboxError(`the gateway answers ${incoming.statusCode}: ${text}`));
      });
    });
    outgoing.on("error", (error) => reject(new SandboxError(`no sandbox answers at ${endpoint}: ${error.message}`)));
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Ends a process and its group, and waits until it is gone. */
async function ended(pid: number): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    try {
      process.kill(-pid, signal);
    } catch {
      return;
    }
    for (let tenths = 0; tenths < 20; tenths += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      try {
        process.kill(pid, 0);
      } catch {
        return;
      }
    }
  }
}

function requireMoto(env: NodeJS.ProcessEnv): void {
  try {
    execFileSync("sh", ["-c", "command -v moto_server"], { env, stdio: "ignore" });
  } catch {
    throw new SandboxError(`no moto_server on the PATH, which emulates AWS; get it with: pip install '${MOTO}'`);
  }
}
