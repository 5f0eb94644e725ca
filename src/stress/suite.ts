import { type Ablation, ablationsOf } from "./ablations";
import { ASSUMPTIONS, type AssumptionId, assumptions } from "./assumptions";
import type { Measured, Subject } from "./measured";
import type { Unmodelled } from "./model/alarms";
import { Platform } from "./model/platform";
import { type Outcomes, outcomes } from "./outcomes";
import { priceOfSafety } from "./price-of-safety";
import { PROTECTIONS } from "./protections";
import type { BoundaryResult, SpotTraceUse, StressReport } from "./report";
import { notRun, resultOf } from "./results";
import type { Scenario } from "./scenario";
import { flipped, type Sensitivity } from "./sensitivity";
import { type Answer, type Answers, type Extent, perform, type Work, workFor } from "./work";

/** What is to be found out, as far as it can be told without the plan. */
export interface Suite extends Extent {
  readonly environment: string;
  /** Of the first run. */
  readonly seed: number;
  readonly scenarios: readonly Scenario[];
  readonly spotTraces: readonly SpotTraceUse[];
  /** By id of those that can't be run on the plan: why. */
  readonly reasons: { readonly [scenario: string]: string };
  readonly unmodelledAlarms: readonly Unmodelled[];
}

export interface SuiteProps extends Subject, Extent {
  readonly environment: string;
  readonly scenarios: readonly Scenario[];
}

/** A piece of work with what came of it. */
interface Done {
  readonly work: Work;
  readonly answer: Answer;
}

/** Runs the whole suite here and now. */
export function runSuite(props: SuiteProps): StressReport {
  const suite = suiteOf(props);
  const works = workOf(suite);
  const answers = works.map((work) => perform(work, props.scenarios, props));
  return assemble(suite, works, answers);
}

export function suiteOf({ environment, seed, runs, analyses, scenarios, facts, load, ...rest }: SuiteProps): Suite {
  const reasons = scenarios.flatMap(({ id, inapplicable }) => {
    const reason = inapplicable?.(facts);
    return reason === undefined ? [] : [[id, reason] as const];
  });
  const spotTraces = facts.spotTraces.map(({ file, type, zone, trace }) => ({
    file,
    type,
    zone,
    seconds: trace.seconds,
  }));
  const { alarms } = new Platform({ facts, seed, load, assumptions: rest.assumptions ?? assumptions() });
  return {
    ...{ environment, seed, runs, analyses, scenarios, spotTraces, reasons: Object.fromEntries(reasons) },
    unmodelledAlarms: alarms.unmodelled,
  };
}

/** Everything that is to be done for a suite. */
export function workOf({ scenarios, reasons, ...extent }: Suite): readonly Work[] {
  return workFor(
    scenarios.filter(({ id }) => reasons[id] === undefined),
    extent,
  );
}

/** Whether every claim that should hold does. */
export function holds({ scenarios }: StressReport): boolean {
  return scenarios.every(({ verdict }) => verdict !== "fails");
}

/**
 * The report of all the work of a suite.
 * @param answers of each piece of `works`, whoever has done it
 */
export function assemble(suite: Suite, works: readonly Work[], answers: readonly Answer[]): StressReport {
  const done = works.map((work, position) => ({ work, answer: answers[position] as Answer }));
  const { environment, seed, runs, scenarios, spotTraces, reasons, unmodelledAlarms } = suite;
  const measured = new Map(scenarios.map((scenario) => [scenario.id, measuredOf(scenario, done)]));
  const valuesOf = ({ id }: Scenario) => measured.get(id)?.values ?? {};
  const whole: Outcomes = new Map(scenarios.flatMap((scenario) => outcomes(scenario, valuesOf(scenario))));
  return {
    ...{ environment, seed, runs, spotTraces },
    scenarios: scenarios.map((scenario) => {
      const [own, reason] = [measured.get(scenario.id), reasons[scenario.id]];
      if (own === undefined || reason !== undefined) return notRun(scenario, reason ?? "");
      return resultOf(scenario, own, boundariesOf(scenario, done));
    }),
    unmodelledAlarms,
    ablations: PROTECTIONS.flatMap((protection): readonly Ablation[] => {
      const bare = answersOf(done, "ablation").find(([work]) => work.protection === protection.id)?.[1];
      return bare ? ablationsOf(protection, whole, new Map(bare)) : [];
    }),
    priceOfSafety: priceOfSafety(
      answersOf(done, "price").map(([{ setting }, priced]) => [setting, priced]),
      suite,
    ),
    assumptions: Object.entries(ASSUMPTIONS).map(([id, assumption]) => ({
      ...{ id, ...assumption },
      sensitivity: sensitivityOf(id as AssumptionId, whole, done),
    })),
  };
}

/** The work of a kind, with its answers. */
function answersOf<Kind extends Work["kind"]>(
  done: readonly Done[],
  kind: Kind,
): readonly (readonly [Extract<Work, { readonly kind: Kind }>, Answers[Kind]])[] {
  return done.flatMap(({ work, answer }) =>
    work.kind === kind ? [[work as Extract<Work, { readonly kind: Kind }>, answer as Answers[Kind]] as const] : [],
  );
}

/** All runs of a scenario as one, in the order of their seeds. */
function measuredOf({ id, claims }: Scenario, done: readonly Done[]): Measured {
  const parts = answersOf(done, "runs")
    .filter(([{ scenario }]) => scenario === id)
    .sort(([a], [b]) => a.from - b.from)
    .map(([, part]) => part);
  return {
    values: Object.fromEntries(
      claims.map((claim) => [claim.id, parts.flatMap(({ values }) => values[claim.id] ?? [])]),
    ),
    first: parts[0]?.first,
  };
}

function boundariesOf({ id, boundaries = [] }: Scenario, done: readonly Done[]): ReadonlyMap<string, BoundaryResult> {
  const own = answersOf(done, "boundary").filter(([{ scenario }]) => scenario === id);
  return new Map(
    own.flatMap(([{ index }, result]) => {
      const claim = boundaries[index]?.claim;
      return claim === undefined ? [] : [[claim, result]];
    }),
  );
}

/** `null`: it wasn't looked at. */
function sensitivityOf(id: AssumptionId, whole: Outcomes, done: readonly Done[]): Sensitivity | null {
  const own = answersOf(done, "sensitivity").filter(([{ assumption }]) => assumption === id);
  const at = (end: keyof Sensitivity) => {
    const outcomes = own.find(([work]) => work.end === end)?.[1];
    return outcomes ? flipped(whole, new Map(outcomes)) : undefined;
  };
  const [low, high] = [at("low"), at("high")];
  return low === undefined || high === undefined ? null : { low, high };
}
