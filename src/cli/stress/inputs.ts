import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Plan } from "../../plan/plan";
import { parsePlan } from "../../plan/read";
import { readText } from "../../plan/read-text";
import { servicesLeftOut } from "../../stress/facts/services";
import { defaultLoad, readLoad } from "../../stress/load-profile";
import type { Subject } from "../../stress/measured";
import { type PlatformFacts, platformFacts } from "../../stress/model/platform";
import { readRecordings } from "../../stress/spot/recordings";
import { StressError } from "../../stress/stress-error";
import type { Io } from "../io";
import { type Synthesis, synthesize } from "../synthesis";

/** Everything that a run depends on, as data: it can be sent to another thread. */
export interface Inputs {
  /** Name of the environment, or of the plan's file. */
  readonly environment: string;
  /** Text of a `cdk.tf.json`, or the output of `terraform show -json`. */
  readonly text: string;
  /** What errors call it. */
  readonly source: string;
  /** @default - what the services' scaling is made for */
  readonly loadFile?: string;
  /** Recorded Spot pools. @default - none */
  readonly spotTraceFiles?: readonly string[];
  /** Of the first run. */
  readonly seed: number;
}

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

/**
 * What scenarios are run on.
 * @throws PlanError, StressError if there is nothing to run
 */
export function subjectOf({ environment, text, source, loadFile, spotTraceFiles = [], seed }: Inputs): Subject {
  const ofPlan = factsOf(environment, parsePlan(text, source));
  const facts = { ...ofPlan, spotTraces: readRecordings(spotTraceFiles, ofPlan.groups) };
  return { facts, load: loadFile === undefined ? defaultLoad : readLoad(loadFile, facts.services), seed };
}

/**
 * What the model works with.
 * @throws StressError if there is nothing to run
 */
export function factsOf(environment: string, plan: Plan): PlatformFacts {
  const facts = platformFacts(plan);
  if (facts.services.length > 0) return facts;
  const reasons = servicesLeftOut(plan).map((reason) => `; ${reason}`);
  throw new StressError(`${environment}: it has no ECS service on EC2 to run${reasons.join("")}`);
}

/** Says whether two inputs are the same, on any machine. */
export function digestOf({ text, loadFile, spotTraceFiles = [] }: Inputs): string {
  const hash = createHash("sha256").update(text);
  for (const file of loadFile === undefined ? spotTraceFiles : [loadFile, ...spotTraceFiles]) {
    hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}
