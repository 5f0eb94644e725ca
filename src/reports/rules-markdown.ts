import { type Rule, SEVERITIES } from "../guardrails/rule";
import { plain } from "./markdown";
import { count } from "./text";

/** The rules as a document, a section an area and a heading a rule, so that each can be linked to. */
export function rulesMarkdown(rules: readonly Rule[]): string {
  const areas = [...new Set(rules.map(areaOf))].map((area) => ({
    area,
    own: rules.filter((rule) => areaOf(rule) === area),
  }));
  return `${[
    "<!-- Written by `npm run docs` from src/guardrails/table/. Edit the table, not this file. -->",
    "",
    "# Rules",
    "",
    `${count(rules.length, "rule")}. Each is one protection: take it away, and its rule fails and names it. They are judged by`,
    "`npm start`, by `npm run guardrails` and inside `npx cdktf synth`, which then writes nothing. How to exempt a finding,",
    "and how to add a rule: [CONTRIBUTING.md](../CONTRIBUTING.md).",
    "",
    "Severities: **high** is an outage, a loss of data or a way in; **medium** makes one likelier or worse; **low** is",
    "hygiene. Any of them is a finding, and ends a command with exit code 1.",
    "",
    "CKV ids are Checkov's, AVD ids Trivy's; FSBP and Security Hub ids are those of AWS Security Hub's controls. They name a",
    "like rule, not always the same one.",
    "",
    "Four ids in a report aren't rules: `ledger/pinned`, `exemptions/expired` and `exemptions/unused` are about the project's",
    "two files, `protected.ledger.json` and `guardrails.exemptions.json`; `plan/unread` is what a plan leaves out.",
    "",
    `| Area | Rules | ${SEVERITIES.join(" | ")} |`,
    "| --- | --: | --: | --: | --: |",
    ...areas.map(({ area, own }) => `| [${area}](#${area}) | ${own.length} | ${bySeverity(own).join(" | ")} |`),
    ...areas.flatMap(({ area, own }) => ["", `## ${area}`, ...own.flatMap(section)]),
  ].join("\n")}\n`;
}

function section({ id, severity, title, why, fix, references, onlyIn }: Rule): readonly string[] {
  return [
    "",
    `### ${id}`,
    "",
    `**${severity}**: ${plain(title)}.`,
    "",
    `- Why: ${plain(why)}`,
    `- Fix: ${plain(fix)}`,
    `- See: ${references.map(reference).join(", ")}`,
    ...(onlyIn === undefined ? [] : ["- Judged in `cdk.tf.json` only: `terraform show -json` doesn't say it."]),
  ];
}

const areaOf = ({ id }: Rule): string => id.slice(0, id.indexOf("/"));

function bySeverity(rules: readonly Rule[]): readonly number[] {
  return SEVERITIES.map((severity) => rules.filter((rule) => rule.severity === severity).length);
}

const reference = (text: string): string => (/^https?:/.test(text) ? `<${text}>` : plain(text));
