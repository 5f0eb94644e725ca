import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { PEERS, PROJECT } from "../contestants";
import { ContestantError } from "../measure";
import type { Queue, Throughput } from "./results";

/** Three servers, busy at 80 %. */
export const QUEUE: Queue = { servers: 3, arrivals: 2.4, services: 1 };
/** So many that each process runs for some seconds. */
const CUSTOMERS = { ballast: 4_000_000, simpy: 200_000 };

/** Interpreters that may have SimPy: the first that has it is taken; Debian's package is for Debian's Python. */
const PYTHONS = ["python3", "/usr/bin/python3"];

/**
 * The same queue in both, in turns, each run in a process of its own.
 * @throws ContestantError where SimPy is missing, or a process fails
 */
export function measureThroughput(runs: number, onRound: (round: number) => void): readonly Throughput[] {
  const python = PYTHONS.find((candidate) => spawnSync(candidate, ["-c", "import simpy"]).status === 0);
  if (python === undefined) {
    throw new ContestantError("SimPy isn't installed: apt-get install python3-simpy3, or pip install simpy==3.0.11");
  }
  const contestants = [
    { name: "ballast", command: [process.execPath, "--require", "./typescript.cjs", "bench/simulator/mmc-once.ts"] },
    { name: "simpy", command: [python, join(PEERS, "mmc.py")] },
  ] as const;
  const measured = contestants.map(({ name }) => ({
    name,
    customers: CUSTOMERS[name],
    runs: [] as Throughput["runs"][number][],
  }));
  for (let round = 1; round <= runs; round += 1) {
    onRound(round);
    contestants.forEach(({ name, command: [program, ...args] }, index) => {
      const values = [CUSTOMERS[name], QUEUE.servers, QUEUE.arrivals, QUEUE.services].map(String);
      const child = spawnSync(String(program), [...args, ...values], { cwd: PROJECT, encoding: "utf8" });
      if (child.status !== 0)
        throw new ContestantError(`${name} ended with ${child.status}:\n${child.stderr.slice(-2000)}`);
      measured[index]?.runs.push(JSON.parse(child.stdout));
    });
  }
  return measured;
}
