import { createHash } from "node:crypto";
import type { Call } from "../protocol/call";
import { SandboxError } from "../sandbox-error";

/**
 * What can go wrong with a call: `throttled`, `internal-error` (500) and `unavailable` (503) are answered in its place,
 * `slow` comes late, `dropped-before` and `dropped-after` cut the connection before or after it took effect, `stale` answers
 * a read as it was answered before.
 */
export const FAULTS = [
  "throttled",
  "internal-error",
  "unavailable",
  "slow",
  "dropped-before",
  "dropped-after",
  "stale",
] as const;
export type Fault = (typeof FAULTS)[number];

/** Faults to be put in from now on. */
export interface FaultPlan {
  /** The same seed strikes the same calls: the n-th of each operation, whatever runs beside it. @default 1 */
  readonly seed?: number;
  /** Share of the calls that are struck, 0 to 1. @default 0 */
  readonly share?: number;
  /** @default - all of them */
  readonly kinds?: readonly Fault[];
  /** Only calls whose `service:operation` matches this pattern. @default - all of them */
  readonly only?: string;
  /** From the n-th call on (of those that match), none is sent on or answered; cut when other faults are set. @default - none */
  readonly holdAt?: number;
  /** How late `slow` is. @default 2 */
  readonly slowSeconds?: number;
}

/** @throws SandboxError for what is no fault plan */
export function checkedFaultPlan(value: unknown): FaultPlan {
  const plan: FaultPlan = Object(value);
  const unknown = Object.keys(plan).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) throw new SandboxError(`faults: got ${unknown.join(", ")}; allowed are ${KEYS.join(", ")}`);
  const kinds = (plan.kinds ?? []).filter((kind) => !FAULTS.includes(kind));
  if (kinds.length > 0)
    throw new SandboxError(`faults.kinds: got ${kinds.join(", ")}; allowed are ${FAULTS.join(", ")}`);
  const { share = 0 } = plan;
  if (!(share >= 0 && share <= 1)) throw new SandboxError(`faults.share: got ${share}; allowed is 0 to 1`);
  return plan;
}

const KEYS = ["seed", "share", "kinds", "only", "holdAt", "slowSeconds"];

/** Says which fault strikes a call, as calls come; each is asked about once. */
export class FaultSource {
  private readonly counts = new Map<string, number>();
  private matching = 0;

  constructor(readonly plan: FaultPlan) {}

  /** Whether calls are held by now. */
  get holds(): boolean {
    const { holdAt } = this.plan;
    return holdAt !== undefined && this.matching >= holdAt;
  }

  /** @returns `"hold"`: the call isn't to be answered */
  next(call: Call): Fault | "hold" | undefined {
    const { seed = 1, share = 0, kinds = FAULTS, only } = this.plan;
    const name = `${call.service}:${call.operation}`;
    if (only !== undefined && !new RegExp(only).test(name)) return undefined;
    this.matching += 1;
    if (this.holds) return "hold";
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    if (draw(`${seed} ${name} ${count} whether`) >= share) return undefined;
    const possible = kinds.filter((kind) => kind !== "stale" || mayBeStale(call));
    return possible[Math.floor(draw(`${seed} ${name} ${count} which`) * possible.length)];
  }
}

/** Reads of services that are eventually consistent; S3 and consistent reads of DynamoDB aren't. */
export function mayBeStale({ service, operation }: Pick<Call, "service" | "operation">): boolean {
  return /^(Describe|Get|List)/.test(operation) && !["s3", "dynamodb", "sts"].includes(service);
}

/** From 0 to 1, always the same for the same text. */
function draw(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
