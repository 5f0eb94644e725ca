import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plan } from "../../plan/plan";
import { parsePlan } from "../../plan/read";
import { servicesLeftOut } from "../../stress/facts/services";
import { defaultLoad, readLoad } from "../../stress/load-profile";
import type { Subject } from "../../stress/measured";
import { type PlatformFacts, platformFacts } from "../../stress/model/platform";
import { readRecordings } from "../../stress/spot/recordings";
import { StressError } from "../../stress/stress-error";

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
