import type { TraceEntry } from "../simulator/trace";
import type { Platform, PlatformFacts } from "./model/platform";
import type { Sample } from "./model/recorder";

/** What one run of a scenario has left behind. */
export interface Run {
  readonly facts: PlatformFacts;
  readonly platform: Platform;
  readonly samples: readonly Sample[];
  readonly events: readonly TraceEntry[];
}

/** A promise, and what it takes to keep it. */
export interface Claim {
  /** Unique: `"<scenario>/<claim>"`. */
  readonly id: string;
  /** The promise as a sentence. */
  readonly text: string;
  /** The variant of the scenario that it is measured in. */
  readonly variant: string;
  readonly unit: "s" | "tasks" | "instances" | "requests" | "share" | "times" | "USD/h";
  /** What is measured in a run; `undefined`: there was nothing to measure. */
  measure(run: Run): number | undefined;
  /** It holds where what is measured is at most, or at least, this. */
  readonly limit: { readonly atMost: number } | { readonly atLeast: number };
  /** The events that prove it: kinds of them. */
  readonly evidence: readonly string[];
  /**
   * What is true instead, for a claim that is commonly made and doesn't hold.
   * @default - it should hold
   */
  readonly insteadTrue?: string;
}

/** One way in which a scenario goes. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  /** The facts that it begins with, where they aren't the plan's. @default - the plan's own */
  readonly prepare?: (facts: PlatformFacts) => PlatformFacts;
  /** Schedules what happens; the platform has run for a while when its clock reaches `START_SECONDS`. */
  disturb(platform: Platform): void;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** What is commonly said about it. */
  readonly oftenSaid: string;
  readonly durationSeconds: number;
  readonly variants: readonly Variant[];
  readonly claims: readonly Claim[];
  /** Why it can't be run on a plan; `undefined`: it can. */
  readonly inapplicable?: (facts: PlatformFacts) => string | undefined;
}

/** Second at which a scenario's disturbance begins: by then the platform is at rest. */
export const START_SECONDS = 1800;

/** Whether a measured value keeps a claim's limit. */
export function keeps({ limit }: Claim, measured: number): boolean {
  return "atMost" in limit ? measured <= limit.atMost : measured >= limit.atLeast;
}
