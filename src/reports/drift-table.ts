import { type DriftReport, driftVerdict, isOpen, type Reported } from "../drift/report";
import type { Way } from "../drift/ways";
import { CLASS_TITLES, changeText, doneText, driftVerdictLine } from "./drift-words";
import { type Colors, WIDTH, wrap } from "./text";

const LABEL = " ".repeat(9);

/** The report for a person, within 80 columns: what to decide first, what is as it should be, what to know. */
export function driftTable(report: DriftReport, colors: Colors): string {
  const { differences, notices } = report;
  const paint = driftVerdict(report) === "drift" ? colors.red : colors.green;
  const blocks = [
    ...differences.filter(isOpen).map((each) => block(each, colors)),
    ...section(
      "Ignored for a while",
      differences.filter((each) => each.ignored !== undefined),
      colors,
    ),
    ...section(
      "Controlled: another one's to change",
      differences.filter((each) => each.class === "controlled"),
      colors,
    ),
    ...notices.map((notice) => wrap(notice, WIDTH)),
    paint(wrap(driftVerdictLine(report), WIDTH)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function block(each: Reported, colors: Colors): string {
  const { severity, ways } = each;
  const paint = { high: colors.red, medium: colors.yellow, low: colors.dim }[severity];
  const done = doneText(each);
  return [
    `${paint(severity.padEnd(LABEL.length))}${colors.bold(each.class)}: ${CLASS_TITLES[each.class].toLowerCase()}`,
    row("at", each.address),
    ...(each.attribute === "" ? [] : [row("", each.attribute)]),
    row("", changeText(each)),
    ...(done === undefined ? [] : [row("by", done)]),
    row("why", each.why),
    ...way("reject", ways.reject),
    ...way("accept", ways.accept),
    ...way("apply", ways.apply),
    ...way("import", ways.import),
    ...(ways.note === undefined ? [] : [row("note", ways.note)]),
  ].join("\n");
}

function way(label: string, found: Way | undefined): readonly string[] {
  if (found === undefined) return [];
  const also = found.also.length === 0 ? [] : [row("", `changes besides: ${listed(found.also)}`)];
  return [label.padEnd(LABEL.length) + commandLines(found.command), ...also];
}

/** Enough to see what it is about; all of them are in the JSON report. */
const MOST = 4;
function listed(names: readonly string[]): string {
  const more = names.length > MOST ? `, and ${names.length - MOST} more` : "";
  return `${names.slice(0, MOST).join(", ")}${more}`;
}

/** A command that can be pasted as it stands: broken between its words only, by a backslash. */
function commandLines(command: string): string {
  const words = command.match(/(?:'[^']*'|[^\s'])+/g) ?? [];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || LABEL.length + last.length + 3 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(` \\\n${LABEL}`);
}

function section(heading: string, differences: readonly Reported[], colors: Colors): readonly string[] {
  if (differences.length === 0) return [];
  const rows = differences.flatMap((each) => [
    row("", `${each.address}${each.attribute === "" ? "" : ` ${each.attribute}`}: ${changeText(each)}`),
    each.ignored === undefined
      ? row("owner", each.owner ?? "")
      : row("until", `${each.ignored.expires}: ${each.ignored.reason}`),
  ]);
  return [[colors.bold(heading), ...rows].join("\n")];
}

const row = (label: string, text: string) => label.padEnd(LABEL.length) + wrap(text, WIDTH - LABEL.length, LABEL);
