import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { TerraformDocument } from "./terraform-json";

const ROOT = join(__dirname, "../..");
/** All that the JSON depends on. */
const INPUTS = [
  "src/catalogue",
  "src/environments",
  "src/platform",
  "src/stacks",
  "backend.config.json",
  "package-lock.json",
];
const CACHE = join(tmpdir(), `ballast-synthesized-${userInfo().uid}`);

const texts = new Map<string, string>();

/**
 * The stacks of an environment as synthesized, a fresh copy: `production-state` and `production-platform`.
 *
 * Loading the provider takes longer than most tests, so it is done once for each state of the inputs, in a process of
 * its own; the result is kept under the inputs' hash.
 */
export function synthesized(environment: string): ReadonlyMap<string, TerraformDocument> {
  let text = texts.get(environment);
  if (text === undefined) {
    text = cached(environment);
    texts.set(environment, text);
  }
  const documents: { readonly [stack: string]: TerraformDocument } = JSON.parse(text);
  return new Map(Object.entries(documents));
}

function cached(environment: string): string {
  const file = join(CACHE, `${environment}-${inputsHash()}.json`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  const text = execFileSync(
    process.execPath,
    ["--require", "./typescript.cjs", join(__dirname, "print-stacks.ts"), environment],
    {
      cwd: ROOT,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  mkdirSync(CACHE, { recursive: true });
  // Two workers may come here at once: each writes the same, whole.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  return text;
}

function inputsHash(): string {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    const path = join(ROOT, input);
    const isFolder = !input.endsWith(".json");
    const files = isFolder ? readdirSync(path, { recursive: true, encoding: "utf8" }).sort() : [""];
    for (const file of files) {
      if (isFolder && !file.endsWith(".ts")) continue;
      hash.update(`${input}/${file}\0`).update(readFileSync(join(path, file)));
    }
  }
  return hash.digest("hex");
}
