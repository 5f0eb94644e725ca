import type { DriftClass } from "../drift/difference";
import { type DriftReport, isOpen, type Reported } from "../drift/report";
import type { Finding } from "../guardrails/report";
import { changeText } from "./drift-words";
import { type Artifact, guardrailsSarif, type Wording } from "./guardrails-sarif";

/** What SARIF says of each class. What is controlled is no finding of anybody's. */
const WORDINGS: { readonly [kind in Exclude<DriftClass, "controlled">]: Omit<Wording, "id" | "references"> } = {
  drifted: {
    severity: "high",
    title: "Nothing is changed by hand",
    why: "The next apply takes it back, or nobody knows that it isn't as the code says.",
    fix: "Reject it by an apply, or accept it into the environment's file.",
  },
  missing: {
    severity: "high",
    title: "Nothing is deleted by hand",
    why: "What depends on it fails, until an apply makes it again.",
    fix: "Apply, or take it out of the code.",
  },
  unmanaged: {
    severity: "medium",
    title: "Everything of the environment is known to Terraform",
    why: "Nobody looks after it, and no plan shows a change of it.",
    fix: "Import it, or delete it.",
  },
  unapplied: {
    severity: "low",
    title: "What the code says is applied",
    why: "What was reviewed isn't what runs.",
    fix: "Deploy, or take the change back.",
  },
};

/** The report as SARIF 2.1.0: a rule for each class, what is ignored as suppressed, with its reason. */
export function driftSarif(report: DriftReport, artifacts: ReadonlyMap<string, Artifact>): string {
  const { differences, sources } = report;
  return guardrailsSarif(
    {
      sources,
      findings: differences.filter(isOpen).flatMap(findingOf),
      undecided: [],
      waived: differences.filter((each) => each.ignored !== undefined).flatMap(findingOf),
      notJudged: [],
      rules: { applied: 0, kept: 0 },
      passed: 0,
      clusters: [],
      inScope: true,
    },
    {
      rules: Object.entries(WORDINGS).map(([kind, wording]) => ({ ...wording, id: `drift/${kind}`, references: [] })),
      artifacts,
    },
  );
}

function findingOf(each: Reported): readonly Finding[] {
  if (each.class === "controlled") return [];
  const { title, fix } = WORDINGS[each.class];
  const detail = `${each.attribute === "" ? each.address : `${each.address} ${each.attribute}`}: ${changeText(each)}`;
  return [
    {
      rule: `drift/${each.class}`,
      severity: each.severity,
      title,
      source: each.source,
      address: each.address,
      detail:
        each.ignored === undefined
          ? detail
          : `${detail}. Ignored until ${each.ignored.expires}: ${each.ignored.reason}`,
      why: each.why,
      fix,
      references: [],
    },
  ];
}
