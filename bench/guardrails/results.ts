import type { Machine } from "../machine";
import { type Claim, claim } from "../results";
import { median, type Point, slope } from "../statistics";

/** The runs on a plan of so many resources, from its text to the report, after the program has started. */
export interface Judged {
  readonly resources: number;
  readonly runs: readonly { readonly wallMs: number; readonly cpuMs: number }[];
}

export interface GuardrailsResults {
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  readonly judged: readonly Judged[];
  readonly msPerResource: number;
  /** Slope of the upper half by that of the lower half: 1 is a straight line. */
  readonly bend: number;
  readonly claims: readonly Claim[];
}

/** A plan of `CLAIMED` resources is judged in this, in ms. */
const MAX_MS = 300;
const CLAIMED = 500;
/** At most so much more for a resource among many than for one among few; the rest is noise. */
const MAX_BEND = 1.5;

/** What comes of the runs, in ascending order of resources: three plans or more. */
export function summarize(judged: readonly Judged[]): Pick<GuardrailsResults, "msPerResource" | "bend" | "claims"> {
  // The run with the least CPU time of each: the one that the machine disturbed least.
  const points = judged.map(
    ({ resources, runs }): Point => ({ x: resources, y: Math.min(...runs.map(({ cpuMs }) => cpuMs)) }),
  );
  const middle = Math.floor(points.length / 2);
  const bend = slope(points.slice(middle)) / slope(points.slice(0, middle + 1));
  const claimed = judged.find(({ resources }) => resources === CLAIMED)?.runs ?? [];
  return {
    msPerResource: slope(points),
    bend,
    claims: [
      claim(`ms to judge ${CLAIMED} resources, median`, median(claimed.map(({ wallMs }) => wallMs)), MAX_MS),
      claim("bend of the growth with the number of resources", bend, MAX_BEND),
    ],
  };
}
