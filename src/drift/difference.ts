import type { MaybeValue } from "../plan/value";

/** From the worst to the one that is as it should be. */
export const CLASSES = ["drifted", "missing", "unmanaged", "unapplied", "controlled"] as const;

/**
 * `drifted`: changed by hand. `missing`: deleted by hand. `unmanaged`: in the account, unknown to Terraform. `unapplied`:
 * the code is ahead. `controlled`: another one's to change, under `ignore_changes`.
 */
export type DriftClass = (typeof CLASSES)[number];

/** As the guardrails have them: an outage, a loss of data or a way in; what makes one likelier or worse; hygiene. */
export const SEVERITIES = ["high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One difference between the code, the state and the account. */
export interface Difference {
  readonly class: DriftClass;
  /** Name of the stack, or of the plan's file. */
  readonly source: string;
  /** Terraform's address; of what is unmanaged, its ARN or id. */
  readonly address: string;
  /** Path in the resource, elements of sets by what names them; `""`: the resource as a whole. */
  readonly attribute: string;
  /** What changed, in a few words where before → after don't say it: `"rule added: tcp 22 from 0.0.0.0/0"`. */
  readonly what: string | undefined;
  /** As the last apply left it; of what is unapplied, as it is. Null: nothing. */
  readonly before: MaybeValue;
  /** As it is; of what is unapplied, as it would be. */
  readonly after: MaybeValue;
  /** As the code wants it, where that is neither: the code is ahead as well. `undefined` where it is `before` or `after`. */
  readonly wanted: MaybeValue;
  readonly isSensitive: boolean;
  /** Whether `after` of what is unapplied is known only at apply. */
  readonly isUnknown: boolean;
  readonly severity: Severity;
  /** Why it matters as much. */
  readonly why: string;
  /** Whose it is to change, where it is controlled. */
  readonly owner: string | undefined;
  /** Whether the next apply replaces the resource because of it, or destroys it. */
  readonly destroys: boolean;
  /** Whether the next apply does away with it. */
  readonly isRestored: boolean;
  /** Addresses that Terraform would change only because of it. */
  readonly consequences: readonly string[];
}
