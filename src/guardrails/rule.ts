import type { Plan } from "../plan/plan";

/**
 * `undecided`: what the rule asks for is known only at apply. `waived`: it fails, and that is on purpose (a disposable
 * environment, an exemption).
 */
export type Verdict = "passed" | "failed" | "undecided" | "waived";

/** What a rule says of one resource. */
export interface Judgement {
  readonly address: string;
  readonly verdict: Verdict;
  /** What was found; why it is undecided or waived. Left out where the rule's title says it all. */
  readonly detail?: string;
}

/** Judges every resource that the rule is about; none: the rule doesn't apply to this plan. Pure. */
export type Check = (plan: Plan) => readonly Judgement[];

/** `high`: an outage, a loss of data or a way in; `medium`: makes one likelier or worse; `low`: hygiene. */
export const SEVERITIES = ["high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A row of the table: a check and its wording. */
export interface Rule {
  /** `<area>/<rule>`; the check is in `rules/<area>/<rule>.ts`. */
  readonly id: string;
  readonly severity: Severity;
  /** The state that the rule asks for, as a sentence. */
  readonly title: string;
  /** What happens without it. */
  readonly why: string;
  /** What to change, in Terraform's words. */
  readonly fix: string;
  /** Ids of like rules elsewhere (`"CKV_AWS_131"`, `"FSBP ELB.4"`) and addresses of documentation. */
  readonly references: readonly string[];
  /**
   * `"configuration"`: only a `cdk.tf.json` can be judged, since `terraform show -json` leaves lifecycles and backends
   * out. The report then lists the rule as not judged.
   * @default - both sources
   */
  readonly onlyIn?: "configuration";
  readonly check: Check;
}
