import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PROVIDER_VERSION } from "../support/small-stack";
import { soakDocument, type Versions } from "./document";
import { byHandPart, demoPart, stagingPart } from "./environments";
import type { SoakPart } from "./part";
import { SoakResults } from "./results";
import { faultsPart, killsPart } from "./small-stacks";

const FAULT_RUNS = 30;
const KILLS = 10;

/** `npm run test:soak`: all that the sandbox is to hold, at length; exit code 1 where something failed. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { fresh: { type: "boolean" }, seed: { type: "string", default: "1" }, only: { type: "string" } },
  });
  const root = join(__dirname, "../../../..");
  const folder = join(root, ".ballast", "soak");
  if (values.fresh) rmSync(folder, { recursive: true, force: true });
  const results = new SoakResults(folder);
  const seeds = (count: number) => Array.from({ length: count }, (_, index) => Number(values.seed) + index);
  const parts = [demoPart, stagingPart, byHandPart, faultsPart(seeds(FAULT_RUNS)), killsPart(seeds(KILLS))];
  const wanted = new RegExp(values.only ?? "");
  for (const part of parts) await runPart(part, wanted, results);

  const all = results.all();
  const documented = parts.map(({ title, ids }) => ({ title, results: ids.flatMap((id) => all.get(id) ?? []) }));
  writeFileSync(join(root, "docs", "soak.md"), soakDocument(documented, versions()));
  if (!results.haveAll(parts.flatMap(({ ids }) => ids))) process.exitCode = 1;
}

async function runPart({ title, ids, run }: SoakPart, wanted: RegExp, results: SoakResults): Promise<void> {
  const open = ids.filter((id) => wanted.test(id) && !results.haveAll([id]));
  if (open.length === 0) return;
  process.stdout.write(`== ${title}\n`);
  let begin = performance.now();
  const told = new Set<string>();
  const tell = (verdict: Parameters<Parameters<SoakPart["run"]>[1]>[0]) => {
    const seconds = Math.round((performance.now() - begin) / 1000);
    begin = performance.now();
    told.add(verdict.id);
    results.write({ ...verdict, seconds, endedAt: new Date().toISOString() });
    process.stdout.write(`${verdict.outcome.padEnd(9)} ${verdict.id.padEnd(32)} ${verdict.text}\n`);
  };
  try {
    await run(open, tell);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    for (const id of open) if (!told.has(id)) tell({ id, outcome: "failed", text });
  }
}

function versions(): Versions {
  const said = (command: string, ...args: readonly string[]) => execFileSync(command, args, { encoding: "utf8" });
  return {
    Terraform: JSON.parse(said("terraform", "version", "-json")).terraform_version,
    "AWS provider": PROVIDER_VERSION,
    moto: /^Version: (.+)$/m.exec(said("pip", "show", "moto"))?.[1] ?? "unknown",
    Node: process.versions.node,
  };
}

void main();
