import type { CostAssumption } from "./assumptions";
import type { Line } from "./line";
import type { TrafficCost } from "./traffic";

/** What a lever saves, and what it costs: differences of two full runs, one of the bill and of the suite each. */
export interface LeverResult {
  readonly id: string;
  readonly title: string;
  /** What it takes besides; `undefined`: nothing that is known here. */
  readonly besides: string | undefined;
  /** USD a month of the floor; less than nothing: it costs more. */
  readonly saves: number;
  /** USD of an ordinary month. */
  readonly savesUnderLoad: number;
  /** Required claims that hold without it, and don't with it. */
  readonly claimsLost: readonly string[];
  /** Required claims that hold without it, and of which nothing is known with it. */
  readonly claimsUnmeasured: readonly string[];
  /** Guardrails that it breaks. */
  readonly rulesBroken: readonly string[];
}

/** The cheapest setting that keeps every required claim, as far as a search by steps finds it. */
export interface Cheapest {
  /** What it is made of, and in how many steps each. */
  readonly levers: readonly { readonly id: string; readonly steps: number }[];
  /** USD a month: its floor. */
  readonly perMonth: number;
  /** USD of an ordinary month. */
  readonly ordinaryMonth: number;
  readonly saves: number;
  readonly savesUnderLoad: number;
  /** Every further step that is cheaper, and what it loses. */
  readonly oneStepCheaper: readonly Omit<LeverResult, "title" | "besides" | "rulesBroken">[];
}

/** What an environment, or a plan, costs. Amounts are USD. */
export interface CostReport {
  readonly version: 1;
  /** Name of the environment, or of the plan's file. */
  readonly environment: string;
  /** Its region, and that of the prices. */
  readonly region: string;
  readonly pricesOf: string;
  readonly floor: {
    readonly perHour: number;
    readonly per12Hours: number;
    readonly perMonth: number;
    readonly lines: readonly Line[];
  };
  /** What each lever saves and costs; none where they were left out, or nothing is there to run. */
  readonly levers: readonly LeverResult[];
  /** `undefined`: it wasn't looked for. */
  readonly cheapest: Cheapest | undefined;
  /** What loads add to the floor; none where nothing is there to run. */
  readonly traffic: readonly TrafficCost[];
  /** USD of a month that is silent for half of the time, and has the usual load for the other; `undefined`: no traffic. */
  readonly ordinaryMonth: number | undefined;
  /** What costs money, or may, and is in no line. */
  readonly unpriced: readonly { readonly source: string; readonly address: string; readonly reason: string }[];
  /** What the lines take for granted. */
  readonly assumptions: readonly ({ readonly id: string } & CostAssumption)[];
  /** What is to be looked up before anybody relies on it. */
  readonly warnings: readonly string[];
  /** `undefined`: none was given. */
  readonly budget: { readonly perMonth: number; readonly isKept: boolean } | undefined;
}
