import type { Io } from "../io";
import { colorsFor } from "../output";

/** A line of `terraform apply -json`, as far as it is read here. */
interface Message {
  readonly type?: string;
  readonly hook?: {
    readonly resource?: { readonly addr?: string };
    readonly action?: string;
    readonly elapsed_seconds?: number;
  };
  readonly changes?: {
    readonly add: number;
    readonly change: number;
    readonly remove: number;
    readonly operation: string;
  };
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail?: string;
    readonly address?: string;
  };
}

export interface Progress {
  /** Takes a line of Terraform's. */
  readonly take: (line: string) => void;
  /** What was done, of all. */
  readonly summary: () => { readonly add: number; readonly change: number; readonly remove: number };
  /** Errors, each as one text. */
  readonly errors: readonly string[];
}

const DONE: { readonly [action: string]: string } = {
  create: "made",
  update: "changed",
  delete: "deleted",
  read: "read",
};

/** A resource that is done, or that failed. */
export interface ResourceStep {
  /** `"made"`, `"changed"`, `"deleted"`, `"failed"`. */
  readonly what: string;
  readonly address: string;
  readonly done: number;
  readonly total: number;
}

/** Prints a line for each resource. */
export function printed(io: Io): (step: ResourceStep) => void {
  const colors = colorsFor(io);
  return ({ what, address, done, total }) => {
    if (what === "failed") {
      io.stdout.write(`${colors.red("failed".padEnd(8))} ${address}\n`);
      return;
    }
    const count = `${done}/${total}`.padStart(9);
    io.stdout.write(`${colors.green(what.padEnd(8))} ${address.padEnd(58)}${count}\n`);
  };
}

/** Reads what `terraform apply -json` says, and shows each resource as it is done. */
export function progressOf(show: (step: ResourceStep) => void): Progress {
  let [total, done] = [0, 0];
  let summary = { add: 0, change: 0, remove: 0 };
  const errors: string[] = [];
  return {
    errors,
    summary: () => summary,
    take: (line) => {
      const message = parsed(line);
      if (message === undefined) return;
      const { type, hook, changes, diagnostic } = message;
      if (type === "planned_change") total += 1;
      if (type === "change_summary" && changes) {
        summary = { add: changes.add, change: changes.change, remove: changes.remove };
      }
      const address = hook?.resource?.addr;
      if (type === "apply_complete" && address !== undefined) {
        done += 1;
        show({ what: DONE[hook?.action ?? ""] ?? hook?.action ?? "", address, done, total });
      }
      if (type === "apply_errored" && address !== undefined) show({ what: "failed", address, done, total });
      if (diagnostic?.severity === "error") {
        const where = diagnostic.address === undefined ? "" : `${diagnostic.address}: `;
        errors.push(`${where}${diagnostic.summary}${diagnostic.detail ? `\n${diagnostic.detail}` : ""}`);
      }
    },
  };
}

function parsed(line: string): Message | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
