import type { Said } from "../preflight/check";
import { openOf, type PreflightReport } from "../preflight/run";
import { type Colors, count, WIDTH, wrap } from "./text";

const INDENT = " ".repeat(9);

/** The report for a person, within 80 columns: a line for each check, and under it what it has to say. */
export function preflightTable(report: PreflightReport, colors: Colors): string {
  const { environment, accountId, region, as, checks } = report;
  const open = openOf(report);
  const lines = checks.flatMap(({ title, said }) => {
    const isOpen = said.some(({ status }) => status !== "note");
    const head = isOpen ? colors.red("problem".padEnd(INDENT.length)) : colors.green("ok".padEnd(INDENT.length));
    return [`${head}${indented(title)}`, ...said.map((each) => entry(each, colors))];
  });
  const verdict =
    open.length === 0
      ? colors.green(`Nothing stands in the way of ${environment}.`)
      : colors.red(`${count(open.length, "problem")} to solve before ${environment} is applied.`);
  return `${wrap(`${environment} in account ${accountId}, ${region}, as ${as}`, WIDTH)}\n\n${lines.join("\n")}\n\n${verdict}\n`;
}

const indented = (text: string): string => wrap(text, WIDTH - INDENT.length, INDENT);

function entry({ status, subject, found, fix }: Said, colors: Colors): string {
  const paint = { problem: colors.red, unknown: colors.yellow, note: colors.dim }[status];
  const text = indented(`${status === "problem" ? "" : `${status}: `}${subject}: ${found}`);
  return [INDENT + paint(text), ...(fix === undefined ? [] : [INDENT + advice(fix)])].join("\n");
}

/** A command stands on one line, to be pasted. */
const advice = (fix: string): string => (/^(aws|npm|docker) /.test(fix) ? `→ ${fix}` : indented(`→ ${fix}`));
