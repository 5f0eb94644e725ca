import type { TraceEntry } from "../simulator/trace";
import type { Load } from "./model/load";
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
  readonly unit: "s" | "tasks" | "instances" | "requests" | "share" | "times" | "paths" | "roles" | "USD/h";
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

/** Makes claims of a scenario: what tells them apart is the variant, and their own part of the id. */
export const claimsOf =
  (scenario: string) =>
  (variant: string, id: string, rest: Omit<Claim, "id" | "variant">): Claim => ({
    id: `${scenario}/${id}`,
    variant,
    ...rest,
  });

/** How far a claim holds: the quantity at which it stops is looked for by bisection. */
export interface Boundary {
  /** Id of the claim. */
  readonly claim: string;
  /** What grows, as a noun: `"share of the Spot instances that is reclaimed at once"`. */
  readonly quantity: string;
  readonly unit: Claim["unit"];
  /** Where the search begins, at the end where the claim should hold, and where it gives up. */
  readonly from: number;
  readonly to: number;
  /** The search ends when it knows the boundary so closely. */
  readonly precision: number;
  /** The claim's variant with so much of the quantity. */
  at(value: number): Partial<Pick<Variant, "prepare" | "load" | "disturb">>;
}

/** One way in which a scenario goes. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  /** The facts that it begins with, where they aren't the plan's. @default - the plan's own */
  readonly prepare?: (facts: PlatformFacts) => PlatformFacts;
  /** How long it goes. @default - as the scenario says */
  readonly durationSeconds?: (facts: PlatformFacts) => number;
  /** Whether it is run. @default - it is, whatever the facts */
  readonly isRun?: (facts: PlatformFacts) => boolean;
  /** The load of each service, where it isn't the user's. @default - the user's own */
  readonly load?: (load: Load) => Load;
  /** Schedules what happens; the platform has run for a while when its clock reaches `START_SECONDS`. */
  disturb(platform: Platform): void;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** What is commonly said about it. */
  readonly oftenSaid: string;
  /** What ends it, by itself or by hand: a sentence for the person on call. */
  readonly recovery: string;
  readonly durationSeconds: number;
  /** When the disturbance comes, in seconds since 1970, UTC. @default - noon of a Wednesday */
  readonly startEpochSeconds?: (facts: PlatformFacts) => number;
  readonly variants: readonly Variant[];
  /** How long it takes to recover. @default - from its beginning until every desired task is healthy, and stays so */
  readonly recoverySeconds?: (run: Run) => number;
  readonly claims: readonly Claim[];
  /** @default - none is looked for */
  readonly boundaries?: readonly Boundary[];
  /** Why it can't be run on a plan; `undefined`: it can. */
  readonly inapplicable?: (facts: PlatformFacts) => string | undefined;
}

/** Second at which a scenario's disturbance begins: by then the platform is at rest. */
export const START_SECONDS = 1800;

/** Whether a measured value keeps a claim's limit. */
export function keeps({ limit }: Claim, measured: number): boolean {
  return "atMost" in limit ? measured <= limit.atMost : measured >= limit.atLeast;
}
