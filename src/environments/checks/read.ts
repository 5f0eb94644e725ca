import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { isNativeError } from "node:util/types";
import { describe, describeType } from "./describe";
import type { Finding } from "./finding";

/** No environment is near it; keeps a wrong path from being read and compiled for minutes. */
const MAX_FILE_BYTES = 1024 * 1024;

export interface ReadFile {
  /** `undefined` where the file can't be read. */
  readonly text?: string;
  /** What it exports by default; `undefined` where there is a finding. */
  readonly exported?: unknown;
  readonly finding?: Finding;
}

/** Loads an environment file by `require`, for which the program runs under `typescript.cjs`. */
export function readEnvironmentFile(path: string): ReadFile {
  const failed = (got: string, allowed: string): ReadFile => ({ finding: { path: "", got, allowed } });
  if (!existsSync(path)) return failed("no file", "give the path of an environment's TypeScript file");
  const stats = statSync(path);
  if (!stats.isFile()) return failed("no plain file", "give the path of an environment's TypeScript file");
  if (extname(path) !== ".ts") {
    return failed(`a file that ends in "${extname(path)}"`, "an environment is a TypeScript file, ending in .ts");
  }
  if (stats.size > MAX_FILE_BYTES) return failed(`${stats.size} bytes`, `an environment of at most ${MAX_FILE_BYTES}`);
  let text: string | undefined;
  try {
    text = readFileSync(path, "utf8");
    return { text, ...defaultExport(withoutExit(() => require(path))) };
  } catch (error) {
    return {
      text,
      ...failed(reason(error, path), "a TypeScript file that can be loaded: mend it where the message says"),
    };
  }
}

/** Keeps a file from ending the program while it loads: with 0, that would pass for a check that held. */
function withoutExit(load: () => unknown): unknown {
  const { exit } = process;
  process.exit = (code) => {
    throw new Error(`process.exit(${code ?? ""}) was called`);
  };
  try {
    return load();
  } finally {
    process.exit = exit;
  }
}

function defaultExport(module: unknown): Pick<ReadFile, "exported" | "finding"> {
  const exported: unknown =
    typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
  // Were it rejected later, Node would end the program with a stack trace.
  if (exported instanceof Promise) exported.catch(() => undefined);
  const got = exported === undefined ? "no default export" : describeType(exported);
  if (got === "an object") return { exported };
  return {
    finding: { path: "", got, allowed: "the environment itself: export default an object of type EnvironmentInput" },
  };
}

/** What went wrong, in a line: of esbuild's several the one with the place, which names only a file that is imported. */
function reason(error: unknown, path: string): string {
  const thrown: unknown = isNativeError(error) ? error.message : error;
  if (typeof thrown !== "string") return `an error while loading it: it throws ${describe(thrown)}`;
  const [, file, place, mistake] = /^(.*):(\d+:\d+): ERROR: (.*)/m.exec(thrown) ?? [];
  const [line = ""] = thrown.split("\n", 1);
  if (place === undefined) return `an error while loading it, ${describe(line)}`;
  const imported = file === undefined || file === path ? "" : ` of ${basename(file)}, which it imports`;
  return `an error while loading it, ${describe(`${place}: ${mistake}`)}${imported}`;
}
