import type { Interval } from "../simulator/confidence";
import type { TraceEntry } from "../simulator/trace";
import type { AssumptionKind } from "./assumptions";
import type { Sample } from "./model/recorder";
import type { Claim } from "./scenario";

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
}

export interface ScenarioResult {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly oftenSaid: string;
  /** `"holds"`: every claim that should; `"fails"`: one that should doesn't; `"not run"`: the plan has nothing for it. */
  readonly verdict: "holds" | "fails" | "not run";
  /** Why it wasn't run. */
  readonly reason: string | undefined;
  readonly claims: readonly ClaimResult[];
  /** The first run of each variant. */
  readonly timelines: readonly {
    readonly variant: string;
    readonly samples: readonly Sample[];
    readonly events: readonly TraceEntry[];
  }[];
}

export interface StressReport {
  readonly environment: string;
  readonly seed: number;
  readonly runs: number;
  readonly scenarios: readonly ScenarioResult[];
  readonly assumptions: readonly {
    readonly id: string;
    readonly value: readonly number[];
    readonly unit: string;
    readonly kind: AssumptionKind;
    readonly source: string;
  }[];
}
