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

/** Prints a line for each resource as it is done, from what `terraform apply -json` says. */
export function progressOf(io: Io): Progress {
  const colors = colorsFor(io);
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
      if (type === "apply_complete" && hook?.resource?.addr !== undefined) {
        done += 1;
        const what = (DONE[hook.action ?? ""] ?? hook.action ?? "").padEnd(8);
        const count = `${done}/${total}`.padStart(9);
        io.stdout.write(`${colors.green(what)} ${hook.resource.addr.padEnd(58)}${count}\n`);
      }
      if (type === "apply_errored" && hook?.resource?.addr !== undefined) {
        io.stdout.write(`${colors.red("failed".padEnd(8))} ${hook.resource.addr}\n`);
      }
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
