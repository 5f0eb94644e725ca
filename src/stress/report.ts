import type { Interval } from "../simulator/confidence";
import type { TraceEntry } from "../simulator/trace";
import type { Ablation } from "./ablations";
import type { AssumptionKind } from "./assumptions";
import type { Unmodelled } from "./model/alarms";
import type { Sample } from "./model/recorder";
import type { Claim } from "./scenario";
import type { Sensitivity } from "./sensitivity";

/** How far a claim holds. */
export interface BoundaryResult {
  readonly quantity: string;
  readonly unit: Claim["unit"];
  /** The last value at which it held; `null`: at none. */
  readonly holdsAt: number | null;
  /** The first at which it didn't; `null`: it held as far as was looked. */
  readonly breaksAt: number | null;
  /** Whether it holds on one side of the boundary and fails on the other, wherever it was tried between. */
  readonly isMonotone: boolean;
}

/** A claim as measured. */
export interface ClaimResult {
  readonly id: string;
  readonly text: string;
  readonly variant: string;
  /** Whether it held in every run; `undefined`: there was nothing to measure. */
  readonly holds: boolean | undefined;
  readonly unit: Claim["unit"];
  readonly limit: Claim["limit"];
  /** Mean over the runs, and where the true one is in 95 of 100 cases. */
  readonly measured: number | null;
  readonly interval: Interval | null;
  /** Runs in which it held. */
  readonly kept: number;
  readonly insteadTrue: string | undefined;
  /** `null`: none was looked for. */
  readonly boundary: BoundaryResult | null;
  /** Of the first run, the first event of each kind that proves it. */
  readonly evidence: readonly TraceEntry[];
}

/** Something of the plan that a person or an automation hears of a scenario by. */
export interface DetectorResult {
  readonly variant: string;
  /** Address in the plan. */
  readonly name: string;
  /** Seconds from the disturbance until it fires, in the first run. */
  readonly firesAtSeconds: number;
}

export interface ScenarioResult {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly oftenSaid: string;
  readonly recovery: string;
  /** `"holds"`: every claim that should; `"fails"`: one that should doesn't; `"not run"`: the plan has nothing for it. */
  readonly verdict: "holds" | "fails" | "not run";
  /** Why it wasn't run. */
  readonly reason: string | undefined;
  readonly claims: readonly ClaimResult[];
  /**
   * Seconds from the disturbance until every desired task is healthy, and stays so, in the first run of the slowest
   * variant; `null`: it didn't come to that.
   */
  readonly recoverySeconds: number | null;
  readonly detectors: readonly DetectorResult[];
  /** The first run of each variant. */
  readonly timeline: readonly {
    readonly variant: string;
    readonly samples: readonly Sample[];
    readonly events: readonly TraceEntry[];
  }[];
}

/** What safety costs: the same trace of Spot, ridden with more or less of what keeps the platform whole. */
export interface PriceOfSafety {
  /** What the pools of Spot did: a sentence. */
  readonly trace: string;
  readonly options: readonly {
    readonly id: string;
    readonly title: string;
    /** Share of the requests that were served. */
    readonly availability: number;
    readonly failedRequests: number;
    /** USD of instances and their volumes. */
    readonly costPerHour: number;
    /** Ids of claims that should hold and don't, in the first run of each scenario. */
    readonly claimsBroken: readonly string[];
  }[];
  /** Id of the cheapest option that breaks no claim; `null`: each breaks one. */
  readonly cheapest: string | null;
}

/** A recording of a Spot pool. */
export interface SpotTraceUse {
  /** Name of its file. */
  readonly file: string;
  /** The pool that it stands for. */
  readonly type: string;
  readonly zone: string;
  /** Its own length; the shortest of all is played. */
  readonly seconds: number;
}

export interface StressReport {
  readonly environment: string;
  readonly seed: number;
  readonly runs: number;
  /** Recordings that `day-of-spot` has played; pools without one gave nothing. None: it has drawn them. */
  readonly spotTraces: readonly SpotTraceUse[];
  readonly scenarios: readonly ScenarioResult[];
  /** Alarms of the plan that the model can't ring, whatever they would do. */
  readonly unmodelledAlarms: readonly Unmodelled[];
  /** A protection and a claim each, in the first run; none where they weren't asked for. */
  readonly ablations: readonly Ablation[];
  /** `null`: it wasn't asked for, or there is no Spot. */
  readonly priceOfSafety: PriceOfSafety | null;
  readonly assumptions: readonly {
    readonly id: string;
    readonly value: readonly number[];
    readonly unit: string;
    readonly kind: AssumptionKind;
    readonly source: string;
    /** Claims that it decides; `null`: not looked at. */
    readonly sensitivity: Sensitivity | null;
  }[];
}
