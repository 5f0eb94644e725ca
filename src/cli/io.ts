import { join } from "node:path";

/** What a command sees of the world. */
export interface Io {
  /** Directory that relative paths are relative to. */
  readonly cwd: string;
  /** Directory of the project: of its ledger, its exemptions and what is written. */
  readonly project: string;
  readonly env: { readonly [variable: string]: string | undefined };
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** Ends the programs that a command has started. @default - nothing does */
  readonly signal?: AbortSignal;
}

export interface Stream {
  write(text: string): unknown;
  /** @default false */
  readonly isTTY?: boolean;
}

const PROJECT = join(__dirname, "../..");

/** The process's own. npm changes to the project's directory, and says in INIT_CWD where it was called. */
export function processIo(): Io {
  const { env, stdout, stderr } = process;
  const cwd = process.cwd();
  return { cwd: cwd === PROJECT ? (env.INIT_CWD ?? cwd) : cwd, project: PROJECT, env, stdout, stderr };
}
