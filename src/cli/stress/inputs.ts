import { basename, resolve } from "node:path";
import type { Plan } from "../../plan/plan";
import { readText } from "../../plan/read-text";
import { StressError } from "../../stress/stress-error";
import type { Io } from "../io";
import { type Synthesis, synthesize } from "../synthesis";
import type { Inputs } from "./subject";

/** Where the inputs come from. */
export interface Origin {
  /** Relative to where the command was called. */
  readonly load?: string;
  readonly spotTrace?: readonly string[];
  readonly seed: number;
}

/**
 * The stack of an environment that runs something.
 * @throws InputError with everything that is wrong in the environment, StressError if it runs nothing
 */
export function environmentInputs(selector: string, origin: Origin, io: Io): Inputs {
  const synthesis = synthesize(selector, io);
  const [source] = runningStack(synthesis);
  const text = JSON.stringify(synthesis.documents.get(source));
  return { environment: synthesis.environment, text, source, ...others(origin, io) };
}

/**
 * The stack of a synthesis that runs something.
 * @throws StressError if none does
 */
export function runningStack({
  environment,
  plans,
}: Pick<Synthesis, "environment" | "plans">): readonly [name: string, plan: Plan] {
  const stack = [...plans].find(([, plan]) => plan.resources("aws_ecs_service").length > 0);
  if (stack === undefined) throw new StressError(`${environment}: no stack of it holds an ECS service`);
  return stack;
}

/**
 * A plan's file.
 * @throws PlanError if it can't be read; whether it is a plan is seen later
 */
export function planInputs(file: string, origin: Origin, io: Io): Inputs {
  const path = resolve(io.cwd, file);
  return { environment: basename(path), text: readText(path), source: path, ...others(origin, io) };
}

const others = ({ load, spotTrace = [], seed }: Origin, io: Io) => ({
  spotTraceFiles: spotTrace.map((file) => resolve(io.cwd, file)),
  loadFile: load === undefined ? undefined : resolve(io.cwd, load),
  seed,
});
