import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Subject } from "../../stress/measured";
import type { Scenario } from "../../stress/scenario";
import { type Answer, perform, type Work } from "../../stress/work";
import type { Inputs } from "./subject";

/** A worker is worth its time to load only where there is more than this to do. */
const WORTH = 40;

export interface PoolProps {
  /** What threads are given, who make their own subject of it. */
  readonly inputs: Inputs;
  /** What was made of the inputs here. */
  readonly subject: Subject;
  /** Those that analyses run again. */
  readonly scenarios: readonly Scenario[];
  /** @default - the machine's cores, or none where there is little to do */
  readonly workers?: number;
  /** Told as each piece ends. */
  readonly onDone: (work: Work) => void;
}

/** What a thread is given. */
export interface WorkerData {
  readonly inputs: Inputs;
  /** By their ids. */
  readonly scenarios: readonly string[];
}

/** Does all the work, on several threads where it is worth it; the answers are in the order of the work. */
export async function performAll(works: readonly Work[], props: PoolProps): Promise<readonly Answer[]> {
  const wanted = props.workers ?? (works.length < WORTH ? 1 : availableParallelism());
  return wanted === 1 ? here(works, props) : elsewhere(works, Math.min(wanted, works.length), props);
}

async function here(works: readonly Work[], { subject, scenarios, onDone }: PoolProps): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const work of works) {
    answers.push(perform(work, scenarios, subject));
    onDone(work);
    // Lets what is written out.
    await new Promise(setImmediate);
  }
  return answers;
}

async function elsewhere(
  works: readonly Work[],
  workers: number,
  { inputs, scenarios, onDone }: PoolProps,
): Promise<readonly Answer[]> {
  const answers: Answer[] = new Array(works.length);
  let next = 0;
  const serve = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let position = -1;
      const give = () => {
        position = next;
        next += 1;
        const work = works[position];
        if (work === undefined) resolve();
        else worker.postMessage(work);
      };
      worker.on("error", reject);
      worker.on("message", (answer: Answer) => {
        const work = works[position];
        answers[position] = answer;
        if (work !== undefined) onDone(work);
        give();
      });
      give();
    });
  const workerData: WorkerData = { inputs, scenarios: scenarios.map(({ id }) => id) };
  const threads = Array.from(
    { length: workers },
    () => new Worker(WORKER, { workerData, execArgv: LOADER, resourceLimits: LIMITS }),
  );
  try {
    await Promise.all(threads.map(serve));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return answers;
}

/** A run makes much that is soon garbage: with Node's own limit, collecting it takes a quarter of the time. */
const LIMITS = { maxYoungGenerationSizeMb: 96 };
const WORKER = join(__dirname, "worker.ts");
const LOADER = ["--require", join(__dirname, "../../../typescript.cjs")];
