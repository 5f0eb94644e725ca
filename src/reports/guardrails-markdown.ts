import { type Finding, type Report, verdictOf } from "../guardrails/report";
import { count } from "./text";

/** The report for a pull request's comment. */
export function guardrailsMarkdown(report: Report): string {
  const { findings, undecided, waived, rules, sources } = report;
  return [
    `### Guardrails: ${count(findings.length, "finding")}`,
    "",
    `${rules.kept} of ${rules.applied} rules kept in ${sources.map((source) => `\`${source}\``).join(", ")}.`,
    ...(verdictOf(report) === "no-ecs"
      ? ["", "No ECS cluster, nor anything else of Amazon ECS, is in it: what is found fails nothing."]
      : []),
    ...table(findings, ["Severity", "Rule", "Address", "Found", "Fix"], ({ severity, rule, address, detail, fix }) => [
      severity,
      code(rule),
      code(address),
      detail,
      fix,
    ]),
    ...folded("undecided, known only at apply", undecided),
    ...folded("waived", waived),
    "",
  ].join("\n");
}

function folded(what: string, findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const rows = table(findings, ["Rule", "Address", "Since"], ({ rule, address, detail }) => [
    code(rule),
    code(address),
    detail,
  ]);
  return ["", `<details><summary>${findings.length} ${what}</summary>`, ...rows, "", "</details>"];
}

function table(
  findings: readonly Finding[],
  head: readonly string[],
  cells: (finding: Finding) => readonly string[],
): readonly string[] {
  if (findings.length === 0) return [];
  const line = (texts: readonly string[]) => `| ${texts.join(" | ")} |`;
  return ["", line(head), line(head.map(() => "---")), ...findings.map((finding) => line(cells(finding).map(escaped)))];
}

const code = (text: string) => (text === "" ? "" : `\`${text}\``);

/** A cell is one line; a bar would end it. */
const escaped = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
