import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEnvironments } from "../../src/environments/load";
import { buildApp } from "../../src/stacks/synthesize";
import { documentsOf } from "../../src/stacks/validation";
import { PROJECT } from "../contestants";
import { ContestantError } from "../measure";
import { copies, type Document } from "./copies";
import type { Judged } from "./results";

/** Resources of the plans that are judged. */
const COUNTS = [250, 500, 1000, 2000] as const;

/**
 * Judges configurations of more and more resources, each in a process of its own, in turns; a first round isn't counted.
 * @throws ContestantError where a process fails
 */
export function measureGuardrails(runs: number, onRound: (round: number) => void): readonly Judged[] {
  const folder = mkdtempSync(join(tmpdir(), "ballast-bench-"));
  try {
    const plans = COUNTS.map((resources) => {
      const file = join(folder, `${resources}.tf.json`);
      writeFileSync(file, JSON.stringify(copies(platform(), resources)));
      return { resources, file, runs: [] as Judged["runs"][number][] };
    });
    for (let round = 0; round <= runs; round += 1) {
      onRound(round);
      for (const plan of plans) {
        const run = judgeOnce(plan.file);
        if (round > 0) plan.runs.push(run);
      }
    }
    return plans.map(({ resources, runs }) => ({ resources, runs }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function platform(): Document {
  const environments = loadEnvironments({ selector: "production", mode: "offline" });
  const documents = documentsOf(buildApp({ environments, mode: "offline" }));
  const document = documents.get("production-platform");
  if (document === undefined) throw new ContestantError("production has no stack production-platform");
  return document as Document;
}

function judgeOnce(file: string): Judged["runs"][number] {
  const args = ["--require", "./typescript.cjs", "bench/guardrails/judge-once.ts", file];
  const child = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: "utf8" });
  if (child.status !== 0) {
    throw new ContestantError(
      `the guardrails ended with ${child.status ?? child.signal}:\n${child.stderr.slice(-2000)}`,
    );
  }
  const { wallMs, cpuMs }: Judged["runs"][number] = JSON.parse(child.stdout);
  return { wallMs, cpuMs };
}
