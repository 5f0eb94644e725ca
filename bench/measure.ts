import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Contestant, PROJECT } from "./contestants";

/** One run of a whole process, from its start to its end. */
export interface Run {
  readonly wallMs: number;
  /** Of all its threads. */
  readonly cpuMs: number;
  /** Peak resident memory. */
  readonly peakMemoryMiB: number;
}

/** A contestant that ended with an error, and so was not measured. */
export class ContestantError extends Error {}

/**
 * Runs the contestants in turns (A B A B …), so that whatever else the machine does falls on all of them. A first round
 * that fills the caches of disk and compiler isn't counted.
 *
 * @param onRound told before each round, the uncounted one being 0
 * @returns the runs of each contestant, in the contestants' order
 * @throws ContestantError where one fails
 */
export function measureInTurns(
  contestants: readonly Contestant[],
  rounds: number,
  onRound: (round: number) => void,
): readonly (readonly Run[])[] {
  const runs = contestants.map((): Run[] => []);
  for (let round = 0; round <= rounds; round++) {
    onRound(round);
    contestants.forEach((contestant, index) => {
      const run = measure(contestant);
      if (round > 0) runs[index]?.push(run);
    });
  }
  return runs;
}

function measure({ name, args, prepare }: Contestant): Run {
  const folder = mkdtempSync(join(tmpdir(), "ballast-bench-"));
  try {
    // Nothing of the caller's environment that could change what is measured, such as NODE_OPTIONS.
    const { PATH = "", HOME = "" } = process.env;
    const env = { PATH, HOME, TMPDIR: tmpdir(), ...prepare(folder) };
    const start = process.hrtime.bigint();
    const child = spawnSync(process.execPath, ["--require", join(__dirname, "resource-usage.cjs"), ...args], {
      cwd: PROJECT,
      env,
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      encoding: "utf8",
    });
    const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
    if (child.status !== 0) {
      throw new ContestantError(`${name} ended with ${child.status ?? child.signal}:\n${child.stderr.slice(-2000)}`);
    }
    return { wallMs, ...JSON.parse(child.output[3] ?? "") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
