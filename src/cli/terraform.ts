import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Mode } from "../environments/mode";
import type { Io } from "./io";

/** The oldest that knows S3's own lock without a warning; the stacks require it too. */
const OLDEST = [1, 11, 0] as const;
const DOWNLOAD = "https://developer.hashicorp.com/terraform/install";

export interface TerraformResult {
  readonly exitCode: number;
  readonly stdout: string;
  /** What it printed on both streams, in the order that it came. */
  readonly output: string;
}

/** The `terraform` on the PATH, in one mode: it never asks, and offline it holds no credentials of the user's. */
export class Terraform {
  private readonly env: NodeJS.ProcessEnv;
  private readonly signal?: AbortSignal;

  constructor(io: Io, mode: Mode) {
    this.signal = io.signal;
    // Providers are downloaded once for all stacks.
    const pluginCache = join(io.project, ".ballast", "terraform-plugins");
    mkdirSync(pluginCache, { recursive: true });
    const own = Object.entries(io.env).filter(([name]) => mode === "aws" || !name.startsWith("AWS_"));
    this.env = {
      // A directory that has no lock file yet would else not use the cache.
      TF_PLUGIN_CACHE_DIR: pluginCache,
      TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "true",
      ...Object.fromEntries(own),
      CHECKPOINT_DISABLE: "1",
      TF_IN_AUTOMATION: "1",
      TF_INPUT: "0",
    };
  }

  /** Why it can't be used, and how to get one that can; `undefined` if it can. */
  async unusable(): Promise<string | undefined> {
    let result: TerraformResult;
    try {
      result = await this.run(".", "version", "-json");
    } catch {
      return `no terraform on the PATH; get it from ${DOWNLOAD}`;
    }
    const version = /"terraform_version": *"([^"]+)"/.exec(result.stdout)?.[1];
    if (version === undefined) return `terraform version failed: ${result.output.trim()}`;
    return isOlder(version)
      ? `terraform ${version} is too old, ${OLDEST.join(".")} is needed; get it from ${DOWNLOAD}`
      : undefined;
  }

  /** Runs it in a directory. */
  run(directory: string, ...args: readonly string[]): Promise<TerraformResult> {
    return this.watch(directory, () => {}, ...args);
  }

  /** Runs it in a directory, and shows each line of its standard output as it comes. */
  watch(directory: string, see: (line: string) => void, ...args: readonly string[]): Promise<TerraformResult> {
    return new Promise((resolve, reject) => {
      const child = spawn("terraform", args, {
        cwd: directory,
        env: this.env,
        stdio: ["ignore", "pipe", "pipe"],
        // Asked politely, it would wait for calls that nobody answers any more.
        signal: this.signal,
        killSignal: "SIGKILL",
      });
      let [stdout, output, unfinished] = ["", "", ""];
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
        output += text;
        const lines = `${unfinished}${text}`.split("\n");
        unfinished = lines.pop() ?? "";
        for (const line of lines) see(line);
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
      child.on("error", reject);
      child.on("close", (exitCode) => {
        if (unfinished !== "") see(unfinished);
        resolve({ exitCode: exitCode ?? 1, stdout, output });
      });
    });
  }
}

/** Why `init` couldn't get a provider, if that is what it failed for: no network, or a mirror without it. */
export function missingProvider(output: string): string | undefined {
  const text = output.replaceAll(/^[│╷╵ ]+/gm, "");
  const [, failure, reason = ""] =
    /^Error: Failed to (query available provider packages|install provider)\s+([\s\S]*?)(?:\n\s*\n|$(?![\s\S]))/m.exec(
      text,
    ) ?? [];
  // An installation fails for other reasons too, such as a checksum: those are failures of their own.
  const isOutOfReach = failure?.startsWith("query") || /dial|lookup|timeout|connect/i.test(reason);
  if (!isOutOfReach) return undefined;
  return reason
    .replaceAll(/\s+/g, " ")
    .replace(/^Could not retrieve the list of available versions for [^:]*: /, "")
    .trim();
}

function isOlder(version: string): boolean {
  const parts = version.split(/[.-]/).map(Number);
  const index = OLDEST.findIndex((oldest, place) => parts[place] !== oldest);
  return index >= 0 && (parts[index] ?? 0) < (OLDEST[index] ?? 0);
}
