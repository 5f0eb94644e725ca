import { ballast } from "./contestants";
import type { Machine } from "./machine";
import { type Claim, medianOf, type Result, type Results } from "./results";

/** The results as Markdown, whose tables a terminal shows well too. */
export function markdown({ date, command, machine, sideBySide, growth, claims }: Results): string {
  const ours = sideBySide.find(({ name }) => name === ballast.name);
  return [
    `# Synthesis side by side, ${date}`,
    "",
    machineLine(machine),
    `Whole processes, in turns, ${ours?.runs.length ?? 0} runs each after one that isn't counted: \`${command}\``,
    "",
    table(
      ["", "median ms", "min", "max", "CPU ms", "peak MiB", "ballast by it"],
      sideBySide.map((result) => [
        result.name,
        ...spread(result),
        medianOf(result, "cpuMs").toFixed(0),
        medianOf(result, "peakMemoryMiB").toFixed(0),
        ours ? (medianOf(ours, "wallMs") / medianOf(result, "wallMs")).toFixed(2) : "",
      ]),
    ),
    "",
    ...sideBySide.map(({ name, description }) => `- ${name}: ${description}`),
    "",
    "## Growth with the number of services (least CPU ms of a run)",
    "",
    table(
      ["services", ...(growth[0]?.least ?? []).map(({ services }) => String(services)), "ms a service", "bend"],
      growth.map(({ name, least, msPerService, bend }) => [
        name,
        ...least.map(({ cpuMs }) => cpuMs.toFixed(0)),
        msPerService.toFixed(1),
        bend.toFixed(2),
      ]),
    ),
    "",
    "Bend: the slope of the upper half by that of the lower half; 1 is a straight line.",
    "",
    "## Claims",
    "",
    ...claimLines(claims),
    "",
  ].join("\n");
}

/** What the figures were taken on. */
export function machineLine({ cpu, cores, memoryGiB, system, load, versions }: Machine): string {
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, load ${load.toFixed(1)} before; ${packages.join(", ")}.`;
}

export function claimLines(claims: readonly Claim[]): readonly string[] {
  return claims.map(
    ({ claim, measured, holds }) => `- ${holds ? "holds" : "MISSED"}: ${claim}; ${measured.toFixed(2)}`,
  );
}

function spread(result: Result): readonly string[] {
  const times = result.runs.map(({ wallMs }) => wallMs);
  return [medianOf(result, "wallMs"), Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0));
}

/** A table whose first column is text and the others figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), 4));
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
