import type { ClaimResult, StressReport } from "./report";

/** What a change does to a claim. */
export interface ClaimChange {
  readonly id: string;
  readonly text: string;
  /** `"lost"`: it held, and doesn't; `"won"`: the other way round; `"moved"`: it is measured otherwise. */
  readonly change: "lost" | "won" | "moved";
  readonly unit: ClaimResult["unit"];
  /** Means over the runs; `null`: never. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface Comparison {
  readonly before: string;
  readonly after: string;
  /** The lost ones first. */
  readonly changes: readonly ClaimChange[];
  /** Claims that only one of the two has anything for. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** What of the claims is different where the second configuration runs instead of the first. */
export function compareReports(before: StressReport, after: StressReport): Comparison {
  const [old, now] = [measuredClaims(before), measuredClaims(after)];
  const changes = [...old.values()].flatMap((claim) => changeOf(claim, now.get(claim.id)));
  const order = ["lost", "won", "moved"];
  return {
    before: before.environment,
    after: after.environment,
    changes: changes.sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change)),
    onlyBefore: [...old.keys()].filter((id) => !now.has(id)),
    onlyAfter: [...now.keys()].filter((id) => !old.has(id)),
  };
}

/** Whether a claim that held stops holding. */
export const loses = ({ changes }: Comparison): boolean => changes.some(({ change }) => change === "lost");

function changeOf(old: ClaimResult, now: ClaimResult | undefined): readonly ClaimChange[] {
  if (now === undefined) return [];
  const { id, text, unit, measured: before } = old;
  const after = now.measured;
  const kind = old.holds === now.holds ? (before === after ? undefined : "moved") : now.holds ? "won" : "lost";
  return kind === undefined ? [] : [{ id, text, change: kind, unit, before, after }];
}

const measuredClaims = ({ scenarios }: StressReport): ReadonlyMap<string, ClaimResult> =>
  new Map(
    scenarios.flatMap(({ claims }) =>
      claims.filter(({ holds }) => holds !== undefined).map((claim) => [claim.id, claim] as const),
    ),
  );
