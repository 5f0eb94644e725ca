import type { CostAssumption } from "./assumptions";
import type { Line } from "./line";

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
  /** What costs money, or may, and is in no line. */
  readonly unpriced: readonly { readonly source: string; readonly address: string; readonly reason: string }[];
  /** What the lines take for granted. */
  readonly assumptions: readonly ({ readonly id: string } & CostAssumption)[];
  /** What is to be looked up before anybody relies on it. */
  readonly warnings: readonly string[];
  /** `undefined`: none was given. */
  readonly budget: { readonly perMonth: number; readonly isKept: boolean } | undefined;
}
