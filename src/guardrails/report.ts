import type { Rule, Severity } from "./rule";

/** Something to do, or to know, about one resource. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  /** Stack or file that it is in. */
  readonly source: string;
  /** Address of the resource; `""` where it is about the source as a whole. */
  readonly address: string;
  /** What was found; for a waived one, why that is so on purpose. */
  readonly detail: string;
  readonly why: string;
  readonly fix: string;
  readonly references: readonly string[];
}

/** What the rules say of everything that was judged. Each list is in a fixed order: severity, rule, source, address. */
export interface Report {
  /** Stacks or files that were judged. */
  readonly sources: readonly string[];
  readonly findings: readonly Finding[];
  /** What is known only at apply: neither a finding nor a pass. */
  readonly undecided: readonly Finding[];
  readonly waived: readonly Finding[];
  /** Rules that some source can't be judged by, since it leaves out what they ask for. */
  readonly notJudged: readonly { readonly rule: string; readonly source: string }[];
  readonly rules: {
    /** Rules that had something to judge. */
    readonly applied: number;
    /** Of these, the ones without a finding. */
    readonly kept: number;
  };
  /** Judgements that passed. */
  readonly passed: number;
  /** The ECS clusters that would be there. */
  readonly clusters: readonly { readonly source: string; readonly address: string }[];
  /**
   * Whether anything that was judged is of ECS, or of a platform for it. Where nothing is, the rules say what they find
   * all the same, but nobody asked for it: it fails nothing.
   */
  readonly inScope: boolean;
}

/** The report's verdict in a word. */
export type ReportVerdict = "passed" | "failed" | "no-ecs";

/** What the report comes to; `"no-ecs"`: there is nothing that it could fail. */
export function verdictOf({ findings, inScope }: Report): ReportVerdict {
  if (!inScope) return "no-ecs";
  return findings.length === 0 ? "passed" : "failed";
}

/** The finding of a rule's judgement. */
export function findingOf(rule: Omit<Rule, "check">, source: string, address: string, detail: string): Finding {
  const { id, severity, title, why, fix, references } = rule;
  return { rule: id, severity, title, source, address, detail, why, fix, references };
}
