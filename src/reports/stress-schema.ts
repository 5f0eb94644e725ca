import { z } from "zod";
import type { StressReport } from "../stress/report";
import type { NoUndefined } from "./no-undefined";

/** What `stressJson` writes: a report in which nothing is left out. */
type Document = NoUndefined<StressReport>;

const unit = z.enum(["s", "tasks", "instances", "requests", "share", "times", "paths", "roles", "USD/h"]);
const number = z.number().nullable();
const claimId = z.string().describe("Id of a claim, <scenario>/<claim>.");

const event = z
  .strictObject({
    time: z.number().min(0).describe("Second of the run; the disturbance is at 1800."),
    kind: z.string().describe('What it was: "task-running".'),
    subject: z.string().describe("Whom it happened to."),
    detail: z.string(),
  })
  .meta({ id: "event" });

const boundary = z
  .strictObject({
    quantity: z.string().describe("What grows, as a noun."),
    unit,
    holdsAt: number.describe("The last value at which the claim held; null: at none."),
    breaksAt: number.describe("The first at which it didn't; null: it held as far as was looked."),
    isMonotone: z.boolean().describe("Whether this is the only boundary, as far as was tried."),
  })
  .meta({ id: "boundary" });

const claim = z
  .strictObject({
    id: claimId,
    text: z.string().describe("The promise, as a sentence."),
    variant: z.string(),
    unit,
    limit: z.union([z.strictObject({ atMost: z.number() }), z.strictObject({ atLeast: z.number() })]),
    insteadTrue: z.string().nullable().describe("What is true instead of a claim that is commonly made and false."),
    holds: z.boolean().nullable().describe("Whether it held in every run; null: there was nothing to measure."),
    measured: number.describe("Mean over the runs; null: never, or nothing."),
    interval: z
      .strictObject({ low: z.number(), high: z.number() })
      .nullable()
      .describe("Where the true mean is in 95 of 100 cases; null: from a single run."),
    kept: z.int().min(0).describe("Runs in which it held."),
    boundary: boundary.nullable(),
    evidence: z.array(event).describe("Of the first run, the first event of each kind that proves it."),
  })
  .meta({ id: "claim" });

const count = z.number().min(0);
const sample = z
  .strictObject({
    second: count,
    desiredTasks: count,
    runningTasks: count,
    healthyTasks: count,
    waitingTasks: count.describe("Tasks in PROVISIONING."),
    instances: z.strictObject({ onDemand: count, spot: count }),
    zones: z.record(z.string(), count).describe("Instances that take tasks, by zone."),
    requests: count.describe("Since the sample before."),
    failedRequests: count,
  })
  .meta({ id: "sample" });

const scenario = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    question: z.string(),
    oftenSaid: z.string().describe("What is commonly said about it."),
    recovery: z.string().describe("What ends it."),
    verdict: z.enum(["holds", "fails", "not run"]),
    reason: z.string().nullable().describe("Why it wasn't run."),
    claims: z.array(claim),
    recoverySeconds: number.describe("Until every desired task is healthy and stays so; null: not within the run."),
    detectors: z
      .array(z.strictObject({ variant: z.string(), name: z.string(), firesAtSeconds: count }))
      .describe("Alarms and event rules of the plan that fire, and when; none: nothing would notice."),
    timeline: z.array(z.strictObject({ variant: z.string(), samples: z.array(sample), events: z.array(event) })),
  })
  .meta({ id: "scenario" });

const ablation = z
  .strictObject({
    protection: z.string(),
    title: z.string(),
    claim: claimId,
    holdsWith: z.boolean(),
    holdsWithout: z.boolean(),
    measuredWith: number,
    measuredWithout: number,
  })
  .meta({ id: "ablation" });

const assumption = z
  .strictObject({
    id: z.string(),
    value: z
      .array(z.number())
      .min(1)
      .max(3)
      .describe("One value, the ends of an even spread, or lowest, most frequent and highest of a triangle."),
    unit: z.string(),
    kind: z.enum(["documented", "observed", "assumed"]),
    source: z.string(),
    sensitivity: z
      .strictObject({ low: z.array(claimId), high: z.array(claimId) })
      .nullable()
      .describe("Claims that change where it is at an end of its range; null: not looked at."),
  })
  .meta({ id: "assumption" });

const priceOfSafety = z
  .strictObject({
    trace: z.string().describe("What the pools of Spot did: the same for every option."),
    options: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        availability: z.number().min(0).max(1).describe("Share of the requests that were served."),
        failedRequests: count,
        costPerHour: count.describe("USD of instances and their volumes."),
        claimsBroken: z
          .array(claimId)
          .describe("Claims that should hold and don't, in the first run of each scenario."),
      }),
    ),
    cheapest: z.string().nullable().describe("Id of the cheapest option that breaks no claim; null: each breaks one."),
  })
  .meta({ id: "priceOfSafety" });

const spotTrace = z
  .strictObject({
    file: z.string(),
    type: z.string(),
    zone: z.string().describe("The pool that it stands for, with the type."),
    seconds: z.number().positive().describe("Its own length; the shortest of all is played."),
  })
  .meta({ id: "spotTrace" });

const report: z.ZodType<Document> = z
  .strictObject({
    environment: z.string().describe("Name of the environment, or of the plan's file."),
    seed: z.int().min(1).describe("Of the first run; each further run has the next."),
    runs: z.int().min(1).describe("Of each scenario."),
    spotTraces: z
      .array(spotTrace)
      .describe("Recorded Spot pools that day-of-spot has played; none: it has drawn them."),
    scenarios: z.array(scenario),
    unmodelledAlarms: z
      .array(z.strictObject({ name: z.string().describe("Address in the plan."), why: z.string() }))
      .describe("Alarms of the plan that the model can't ring, whatever they would do."),
    ablations: z.array(ablation).describe("What each claim makes of a protection's absence, in the first run."),
    priceOfSafety: priceOfSafety.nullable().describe("null: it wasn't asked for, or there is no Spot."),
    assumptions: z.array(assumption),
  })
  .meta({ title: "Report of npm run stress: report/stress.json" });

/** Where it is in the project. */
export const STRESS_SCHEMA = "docs/schemas/stress.schema.json";

/** The published JSON Schema of the report. */
export function stressSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(report), null, 2)}\n`;
}
