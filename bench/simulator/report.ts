import { claimLines, machineLine, table } from "../report";
import { median } from "../statistics";
import { customersPerSecond, type SimulatorResults } from "./results";

/** The results as Markdown, whose tables a terminal shows well too. */
export function simulatorMarkdown({ date, command, machine, queue, measured, claims }: SimulatorResults): string {
  return [
    `# The simulator's kernel beside SimPy 3, ${date}`,
    "",
    machineLine(machine),
    `An M/M/${queue.servers} queue, ${queue.arrivals} arrivals and ${queue.services} services a second and server, ${measured[0]?.runs.length ?? 0} processes each: \`${command}\``,
    "",
    table(
      ["", "customers", "median wall ms", "median CPU ms", "customers a CPU second"],
      measured.map((entry) => [
        entry.name,
        String(entry.customers),
        median(entry.runs.map(({ wallMs }) => wallMs)).toFixed(0),
        median(entry.runs.map(({ cpuMs }) => cpuMs)).toFixed(0),
        customersPerSecond(entry).toFixed(0),
      ]),
    ),
    "",
    "## Claims",
    "",
    ...claimLines(claims),
    "",
  ].join("\n");
}
