import { claimLines, machineLine, table } from "../report";
import { median } from "../statistics";
import type { GuardrailsResults } from "./results";

/** The results as Markdown, whose tables a terminal shows well too. */
export function guardrailsMarkdown(results: GuardrailsResults): string {
  const { date, command, machine, judged, msPerResource, bend, claims } = results;
  return [
    `# Guardrails on large plans, ${date}`,
    "",
    machineLine(machine),
    `From a plan's text to the report, after the program has started, ${judged[0]?.runs.length ?? 0} processes each: \`${command}\``,
    "",
    table(
      ["resources", "median ms", "min", "max", "least CPU ms"],
      judged.map(({ resources, runs }) => {
        const times = runs.map(({ wallMs }) => wallMs);
        const figures = [median(times), Math.min(...times), Math.max(...times)];
        const cpuMs = Math.min(...runs.map((run) => run.cpuMs));
        return [String(resources), ...[...figures, cpuMs].map((figure) => figure.toFixed(0))];
      }),
    ),
    "",
    `CPU time: ${msPerResource.toFixed(2)} ms a resource; bend ${bend.toFixed(2)}: the slope of the upper half by that of the lower half; 1 is a straight line.`,
    "",
    "## Claims",
    "",
    ...claimLines(claims),
    "",
  ].join("\n");
}
