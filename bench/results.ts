import { awsCdk, ballast, type Contestant } from "./contestants";
import type { Machine } from "./machine";
import type { Run } from "./measure";
import { median, type Point, slope } from "./statistics";

/** At most so much of AWS CDK's time. */
const MAX_SHARE_OF_AWS_CDK = 0.5;
/** At most so much more for a service among many than for one among few; 1 is a straight line, the rest is noise. */
const MAX_BEND = 1.5;

export interface Result {
  readonly name: string;
  readonly description: string;
  readonly runs: readonly Run[];
}

/** How the time grows with the number of services; CPU time, which hardly depends on what else the machine does. */
export interface Growth {
  readonly name: string;
  /** The run with the least CPU time of each number of services: the one that the machine disturbed least. */
  readonly least: readonly { readonly services: number; readonly cpuMs: number }[];
  readonly msPerService: number;
  /** Slope of the upper half by that of the lower half: 1 is a straight line. */
  readonly bend: number;
}

/** What is promised, and what was measured. */
export interface Claim {
  readonly claim: string;
  readonly measured: number;
  readonly limit: number;
  readonly holds: boolean;
}

export interface Results {
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  readonly sideBySide: readonly Result[];
  readonly growth: readonly Growth[];
  readonly claims: readonly Claim[];
}

/** Growth of one contestant from its runs with so many services each, in ascending order, three or more. */
export function growthOf(name: string, measured: ReadonlyMap<number, readonly Run[]>): Growth {
  const points = [...measured].map(
    ([services, runs]): Point => ({ x: services, y: Math.min(...runs.map(({ cpuMs }) => cpuMs)) }),
  );
  const middle = Math.floor(points.length / 2);
  return {
    name,
    least: points.map(({ x, y }) => ({ services: x, cpuMs: y })),
    msPerService: slope(points),
    bend: slope(points.slice(middle)) / slope(points.slice(0, middle + 1)),
  };
}

export function judge(sideBySide: readonly Result[], growth: readonly Growth[]): readonly Claim[] {
  const share = wallMs(sideBySide, ballast) / wallMs(sideBySide, awsCdk);
  const bend = growth.find(({ name }) => name === ballast.name)?.bend ?? Number.NaN;
  return [
    claim("time of ballast by that of aws-cdk", share, MAX_SHARE_OF_AWS_CDK),
    claim("bend of ballast's growth with the number of services", bend, MAX_BEND),
  ];
}

export function medianOf({ runs }: Result, figure: keyof Run): number {
  return median(runs.map((run) => run[figure]));
}

function wallMs(results: readonly Result[], { name }: Contestant): number {
  return median((results.find((result) => result.name === name)?.runs ?? []).map((run) => run.wallMs));
}

/** @param limit the most that it may be */
export function claim(what: string, measured: number, limit: number): Claim {
  return { claim: `${what}: at most ${limit}`, measured, limit, holds: measured <= limit };
}
