import type { Plan } from "../plan/plan";
import { environmentOf } from "./environment";
import { covers, EXEMPTIONS_FILE, EXPIRED, type Exemption, isExpired, UNUSED } from "./exemptions";
import { type Ledger, ledgerFindings } from "./ledger";
import { type Finding, findingOf, type Report } from "./report";
import { type Judgement, type Rule, SEVERITIES } from "./rule";
import { clusters, isInScope } from "./scope";
import { UNREAD } from "./unread";

export interface JudgeProps {
  /** What is judged, by the name of its stack or file. */
  readonly plans: ReadonlyMap<string, Plan>;
  readonly rules: readonly Rule[];
  /** @default [] */
  readonly exemptions?: readonly Exemption[];
  /** @default {} */
  readonly ledger?: Ledger;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /**
   * Whether the plans are all that their environments have. Only then is an exemption whose address isn't in them
   * unused, and a stack that the ledger knows missing; a single stack or a foreign plan can't tell.
   */
  readonly whole: boolean;
}

interface Judged {
  readonly rule: Rule;
  readonly source: string;
  readonly environment: string | undefined;
  readonly judgement: Judgement;
}

/** Judges plans by rules and ledger. A rule that throws is a finding, never a pass. */
export function judgePlans({ plans, rules, exemptions = [], ledger = {}, today, whole }: JudgeProps): Report {
  const judged: Judged[] = [];
  const broken: Finding[] = [];
  const notJudged: { rule: string; source: string }[] = [];
  const unread: Finding[] = [];
  for (const [source, plan] of plans) {
    const environment = environmentOf(plan);
    unread.push(...plan.unread.map(({ address, reason }) => findingOf(UNREAD, source, address, reason)));
    for (const rule of rules) {
      if (rule.onlyIn !== undefined && rule.onlyIn !== plan.source) {
        notJudged.push({ rule: rule.id, source });
        continue;
      }
      try {
        judged.push(...rule.check(plan).map((judgement) => ({ rule, source, environment, judgement })));
      } catch (error) {
        broken.push(findingOf(rule, source, "", `could not be judged: ${messageOf(error)}`));
      }
    }
  }

  const inForce = exemptions.filter((exemption) => !isExpired(exemption, today));
  const { exempted, rest } = exempt(judged, inForce);
  const findings = [
    ...ledgerFindings(ledger, plans, whole),
    ...broken,
    ...rest.filter(({ judgement }) => judgement.verdict === "failed").map(toFinding),
    ...exemptions
      .filter((exemption) => isExpired(exemption, today))
      .map((exemption) => aboutExemption(EXPIRED, exemption, `expired on ${exemption.expires}`)),
    ...unused(inForce, judged, environmentsOf(plans), whole),
  ];
  const applied = new Set([...judged.map(({ rule }) => rule.id), ...broken.map(({ rule }) => rule)]);
  const withFindings = new Set(findings.map(({ rule }) => rule));
  return {
    sources: [...plans.keys()],
    findings: inOrder(findings),
    undecided: inOrder([
      ...unread,
      ...rest.filter(({ judgement }) => judgement.verdict === "undecided").map(toFinding),
    ]),
    waived: inOrder([...exempted, ...rest.filter(({ judgement }) => judgement.verdict === "waived").map(toFinding)]),
    notJudged,
    rules: { applied: applied.size, kept: [...applied].filter((id) => !withFindings.has(id)).length },
    passed: rest.filter(({ judgement }) => judgement.verdict === "passed").length,
    clusters: [...plans].flatMap(([source, plan]) => clusters(plan).map(({ address }) => ({ source, address }))),
    inScope: [...plans.values()].some(isInScope),
  };
}

/** Parts what an exemption covers from the rest. */
function exempt(judged: readonly Judged[], exemptions: readonly Exemption[]) {
  const exempted: Finding[] = [];
  const rest: Judged[] = [];
  for (const item of judged) {
    const exemption = needsNone(item) ? undefined : exemptions.find((candidate) => isFor(candidate, item));
    if (exemption === undefined) {
      rest.push(item);
    } else {
      const finding = toFinding(item);
      exempted.push({ ...finding, detail: `${finding.detail}; exempted: ${exemption.reason}` });
    }
  }
  return { exempted, rest };
}

/** The exemptions that nothing needs. Those whose address isn't there count only if all that could hold it was judged. */
function unused(
  exemptions: readonly Exemption[],
  judged: readonly Judged[],
  environments: ReadonlySet<string | undefined>,
  whole: boolean,
): readonly Finding[] {
  return exemptions.flatMap((exemption) => {
    const covered = judged.filter((item) => isFor(exemption, item));
    if (covered.some((item) => !needsNone(item))) return [];
    if (covered.length > 0) return [aboutExemption(UNUSED, exemption, "the rule is kept there")];
    const isElsewhere = exemption.environment !== undefined && !environments.has(exemption.environment);
    return whole && !isElsewhere
      ? [aboutExemption(UNUSED, exemption, "the rule finds nothing to judge at this address")]
      : [];
  });
}

const environmentsOf = (plans: ReadonlyMap<string, Plan>) => new Set([...plans.values()].map(environmentOf));

const needsNone = ({ judgement: { verdict } }: Judged) => verdict === "passed" || verdict === "waived";

const isFor = (exemption: Exemption, { rule, environment, judgement }: Judged) =>
  covers(exemption, rule.id, environment, judgement.address);

const aboutExemption = (rule: Omit<Rule, "check">, exemption: Exemption, detail: string) =>
  findingOf(rule, EXEMPTIONS_FILE, exemption.address, `exemption from ${exemption.rule}: ${detail}`);

const toFinding = ({ rule, source, judgement: { address, verdict, detail } }: Judged) =>
  findingOf(rule, source, address, detail ?? verdict);

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ severity, rule, source, address, detail }: Finding) =>
    [SEVERITIES.indexOf(severity), rule, source, address, detail].join("\0");
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
