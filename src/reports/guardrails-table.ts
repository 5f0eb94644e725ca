import type { Finding, Report } from "../guardrails/report";
import { type Colors, count, WIDTH, wrap } from "./text";

const LABEL = " ".repeat(8);

/** The report for a person, within 80 columns: what to do first, what is open, what is so on purpose. */
export function guardrailsTable(report: Report, colors: Colors): string {
  const { findings, undecided, waived } = report;
  const blocks = [
    ...grouped(findings, ({ rule, fix }) => `${rule} ${fix}`).map((group) => findingsBlock(group, colors)),
    ...section("Undecided, known only at apply", undecided, colors),
    ...section("Waived", waived, colors),
    ...scopeLine(report),
    ...(report.notJudged.length > 0 ? [wrap(notJudgedLine(report), WIDTH)] : []),
    wrap(verdictLine(report, colors), WIDTH),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The verdict: `"2 findings, 1 undecided, 0 waived; 71 of 73 rules kept in production-platform"`. */
export function verdictLine({ findings, undecided, waived, rules, sources }: Report, colors: Colors): string {
  const paint = findings.length === 0 ? colors.green : colors.red;
  const found = paint(count(findings.length, "finding"));
  const kept = `${rules.kept} of ${rules.applied} rules kept`;
  return `${found}, ${undecided.length} undecided, ${waived.length} waived; ${kept} in ${sources.join(", ")}`;
}

/** Says so where there is no ECS, and where its cluster is elsewhere. */
function scopeLine({ inScope, clusters, sources }: Report): readonly string[] {
  const places = sources.join(", ");
  if (!inScope) {
    return [wrap(`No ECS cluster in ${places}, nor anything else of Amazon ECS: what is found fails nothing`, WIDTH)];
  }
  return clusters.length > 0 ? [] : [`No ECS cluster in ${places}`].map((line) => wrap(line, WIDTH));
}

function notJudgedLine({ notJudged }: Report): string {
  const rules = [...new Set(notJudged.map(({ rule }) => rule))];
  return `Not judged, since a plan's JSON doesn't say it: ${rules.join(", ")}`;
}

/** What one rule finds: its wording once, and each place with what was found there. */
function findingsBlock(group: Group, colors: Colors): string {
  const { severity, rule, title, why, fix } = group.first;
  const paint = { high: colors.red, medium: colors.yellow, low: colors.dim }[severity];
  return [
    `${paint(severity.padEnd(LABEL.length))}${colors.bold(rule)}`,
    row("", title),
    ...group.all.flatMap((finding) => [row("at", place(finding)), row("", finding.detail)]),
    row("why", why),
    row("fix", fix),
  ].join("\n");
}

function section(heading: string, findings: readonly Finding[], colors: Colors): readonly string[] {
  if (findings.length === 0) return [];
  const keyOf = ({ rule, detail, source }: Finding) => `${rule} ${detail} ${source}`;
  const rows = grouped(findings, keyOf).flatMap(({ first, all }) => [
    row("", `${first.rule}: ${first.detail}`),
    row("at", `${all.map(({ address }) => address).join(", ")} in ${first.source}`),
  ]);
  return [[colors.bold(heading), ...rows].join("\n")];
}

interface Group {
  readonly first: Finding;
  readonly all: readonly Finding[];
}

/** The findings with the same key together, in their order. */
function grouped(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const { first = finding, all = [] } = groups.get(key) ?? {};
    groups.set(key, { first, all: [...all, finding] });
  }
  return [...groups.values()];
}

const row = (label: string, text: string) => label.padEnd(LABEL.length) + wrap(text, WIDTH - LABEL.length, LABEL);

const place = ({ address, source }: Finding) => (address === "" ? source : `${address} in ${source}`);
