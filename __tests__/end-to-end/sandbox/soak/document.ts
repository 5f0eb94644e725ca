import { CHANGES } from "../catalogue/table";
import type { SoakResult } from "./results";

/** Versions of what the soak ran on, by name. */
export type Versions = { readonly [tool: string]: string };

/** `docs/soak.md`: what the soak has found, and with which versions. */
export function soakDocument(parts: readonly DocumentPart[], versions: Versions): string {
  const all = parts.flatMap(({ results }) => results);
  const dates = all.map(({ endedAt }) => endedAt.slice(0, 10)).sort();
  const days = [...new Set([dates[0], dates.at(-1)])].join(" to ") || "never yet";
  const count = (outcome: SoakResult["outcome"]) => all.filter((result) => result.outcome === outcome).length;
  const minutes = Math.round(all.reduce((sum, { seconds }) => sum + seconds, 0) / 60);
  const failed = all.filter(({ outcome }) => outcome === "failed");
  const tools = Object.entries(versions).map(([tool, version]) => `${tool} ${version}`);
  return `# The soak

Written by \`npm run test:soak\`: [what it does](sandbox.md#the-soak). The workflow \`soak.yml\` runs it every night.
Last run: ${days}; ${minutes} minutes in all; ${tools.join(", ")}.

${all.length} cases: ${count("held")} held, ${count("explained")} explained, ${failed.length} failed.
${seenLine(all)}
"Explained" is what isn't as one would wish, and is known: a change that Terraform can't see, a fault after which a rerun alone
doesn't help and [a runbook](runbooks.md#recover-a-killed-apply) does. A killed apply's recovery is that runbook's too.
${parts.map(section).join("")}`;
}

export interface DocumentPart {
  readonly title: string;
  readonly results: readonly SoakResult[];
}

function seenLine(all: readonly SoakResult[]): string {
  const byHand = all.filter(({ id }) => id.startsWith("by-hand-"));
  const isControlled = new Set(
    CHANGES.filter(({ unseen }) => unseen === "controlled").map(({ id }) => `by-hand-${id}`),
  );
  const drift = byHand.filter(({ id }) => !isControlled.has(id));
  if (drift.length === 0) return "";
  const seen = drift.filter(({ outcome }) => outcome === "held").length;
  return `Of ${drift.length} changes by hand, a plan has shown ${seen}; ${byHand.length - drift.length} more are of what something else controls, and aren't reported.\n`;
}

function section({ title, results }: DocumentPart): string {
  const rows = results.map(({ id, outcome, text }) => `| ${id} | ${outcome} | ${what(id)}${oneLine(text)} |`);
  return `\n## ${title}\n\n| Case | Outcome | |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}

function what(id: string): string {
  const change = CHANGES.find((one) => `by-hand-${one.id}` === id);
  return change === undefined ? "" : `${change.what} (\`${change.address}\`): `;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").slice(0, 600);
