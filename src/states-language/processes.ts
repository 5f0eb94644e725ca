import type { Clock } from "./clock";
import type { Json } from "./json";

/** What a process asks for: to go on at a moment, when somebody has done some work, or when processes of its own have ended. */
export type Step =
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "work"; readonly result: Promise<Json> }
  | {
      readonly kind: "fork";
      readonly processes: readonly Process[];
      /** How many run at once; 0: all. */
      readonly limit: number;
    };

/** Yields steps, and is given nothing after a wait, the result of work, the results after a fork. */
export type Process = Generator<Step, Json, readonly Json[]>;
export type Outcome = { readonly value: Json } | { readonly error: unknown };

/**
 * Starts a process now, and lets it go on as the clock says.
 * @returns what stops it, and all that it has started
 */
export function startProcess(clock: Clock, process: Process, settle: (outcome: Outcome) => void): () => void {
  let isRunning = true;
  let stopWaiting = () => {};
  const advance = (resume: () => IteratorResult<Step, Json>) => {
    if (!isRunning) return;
    let step: IteratorResult<Step, Json>;
    try {
      step = resume();
    } catch (error) {
      isRunning = false;
      settle({ error });
      return;
    }
    if (step.done) {
      isRunning = false;
      settle({ value: step.value });
    } else if (step.value.kind === "wait") {
      stopWaiting = clock.at(step.value.until, () => advance(() => process.next([])));
    } else if (step.value.kind === "work") {
      step.value.result.then(
        (value) => advance(() => process.next([value])),
        (error) => advance(() => process.throw(error)),
      );
    } else {
      const { processes, limit } = step.value;
      stopWaiting = fork(clock, processes, limit, (outcome) =>
        advance(() => ("error" in outcome ? process.throw(outcome.error) : process.next(outcome.values))),
      );
    }
  };
  stopWaiting = clock.at(clock.now, () => advance(() => process.next([])));
  return () => {
    isRunning = false;
    stopWaiting();
  };
}

/** Runs processes side by side; the first that fails ends them all. */
function fork(
  clock: Clock,
  processes: readonly Process[],
  limit: number,
  settle: (outcome: { readonly values: readonly Json[] } | { readonly error: unknown }) => void,
): () => void {
  if (processes.length === 0) return clock.at(clock.now, () => settle({ values: [] }));
  const values: Json[] = [];
  const stops: (() => void)[] = [];
  let left = processes.length;
  const stopAll = () => {
    for (const stop of stops) stop();
  };
  const waiting = processes.entries();
  const startNext = () => {
    const { value: entry, done } = waiting.next();
    if (done) return;
    const [index, process] = entry;
    const stop = startProcess(clock, process, (outcome) => {
      if ("error" in outcome) {
        stopAll();
        settle(outcome);
        return;
      }
      values[index] = outcome.value;
      left -= 1;
      if (left === 0) settle({ values });
      else startNext();
    });
    stops.push(stop);
  };
  for (let started = 0; started < (limit === 0 ? processes.length : limit); started += 1) startNext();
  return stopAll;
}
