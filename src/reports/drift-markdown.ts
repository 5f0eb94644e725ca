import { type DriftReport, isOpen, type Reported } from "../drift/report";
import { CLASS_TITLES, changeText, doneText, driftVerdictLine } from "./drift-words";

/** The report for a pull request's comment, or an issue. */
export function driftMarkdown(report: DriftReport): string {
  const { environment, differences, notices } = report;
  return [
    `### Drift${environment === undefined ? "" : ` of ${environment}`}: ${driftVerdictLine(report)}`,
    ...table(differences.filter(isOpen)),
    ...commands(differences.filter(isOpen)),
    ...folded(
      "ignored for a while",
      differences.filter((each) => each.ignored !== undefined),
    ),
    ...folded(
      "controlled",
      differences.filter((each) => each.class === "controlled"),
    ),
    ...notices.flatMap((notice) => ["", `> ${escaped(notice)}`]),
    "",
  ].join("\n");
}

function table(differences: readonly Reported[]): readonly string[] {
  if (differences.length === 0) return [];
  const rows = differences.map((each) => {
    const done = doneText(each);
    return line([
      each.severity,
      `${each.class}: ${CLASS_TITLES[each.class].toLowerCase()}`,
      code(each.address),
      code(each.attribute),
      [changeText(each), ...(done === undefined ? [] : [`by ${done}`])].join("; "),
      each.why,
    ]);
  });
  const head = ["Severity", "Class", "Address", "Attribute", "Change", "Why it matters"];
  return ["", line(head), line(head.map(() => "---")), ...rows];
}

/** The ways on, which no cell has room for. */
function commands(differences: readonly Reported[]): readonly string[] {
  const lines = differences.flatMap((each) => {
    const { reject, accept, apply, import: adopt } = each.ways;
    const ways = Object.entries({ reject, accept, apply, import: adopt }).flatMap(([name, way]) =>
      way === undefined
        ? []
        : [`# ${name}${way.also.length > 0 ? `, changes besides: ${way.also.join(", ")}` : ""}`, way.command],
    );
    const note = each.ways.note === undefined ? [] : [`# ${each.ways.note}`];
    return ways.length + note.length === 0
      ? []
      : ["", `# ${each.address} ${each.attribute}`.trimEnd(), ...ways, ...note];
  });
  if (lines.length === 0) return [];
  return ["", "<details><summary>What to do</summary>", "", "```sh", ...lines.slice(1), "```", "", "</details>"];
}

function folded(what: string, differences: readonly Reported[]): readonly string[] {
  if (differences.length === 0) return [];
  const rows = differences.map((each) =>
    line([
      code(each.address),
      code(each.attribute),
      changeText(each),
      each.ignored === undefined ? (each.owner ?? "") : `until ${each.ignored.expires}: ${each.ignored.reason}`,
    ]),
  );
  const head = ["Address", "Attribute", "Change", "Whose, or why"];
  return [
    "",
    `<details><summary>${differences.length} ${what}</summary>`,
    "",
    line(head),
    line(head.map(() => "---")),
    ...rows,
    "",
    "</details>",
  ];
}

const line = (texts: readonly string[]) => `| ${texts.map(escaped).join(" | ")} |`;
const code = (text: string) => (text === "" ? "" : `\`${text}\``);

/** A cell is one line; a bar would end it. */
const escaped = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
