import type { ClaimResult, ScenarioResult, StressReport } from "../stress/report";
import { type Colors, count, shownNumber, WIDTH, wrap } from "./text";

const LABEL = " ".repeat(8);

/** The report for a person, within 80 columns: a block a scenario, then the verdict. */
export function stressTable(report: StressReport, colors: Colors): string {
  const blocks = report.scenarios.map((scenario) => scenarioBlock(scenario, report, colors));
  return `${[...blocks, ...spotTraceBlock(report), verdictLine(report, colors)].join("\n\n")}\n`;
}

/** What happened in a scenario's runs, one line an event. */
export function stressTimeline({ scenarios }: StressReport): string {
  const lines = scenarios.flatMap(({ timeline }) =>
    timeline.flatMap(({ variant, events }) => [
      variant,
      ...events.map(({ time, kind, subject, detail }) =>
        `${time.toFixed(1).padStart(9)}  ${kind.padEnd(21)} ${subject} ${detail}`.trimEnd(),
      ),
    ]),
  );
  return `${lines.join("\n")}\n`;
}

function scenarioBlock({ id, verdict, title, reason, claims }: ScenarioResult, report: StressReport, colors: Colors) {
  const paint = { holds: colors.green, fails: colors.red, "not run": colors.yellow }[verdict];
  return [
    `${paint(verdict.padEnd(LABEL.length))}${colors.bold(id)}`,
    row("", title),
    ...(reason === undefined ? [] : [row("", reason)]),
    ...claims.map((claim) => row(WORDS[String(claim.holds)] ?? "", claimLine(claim, report.runs))),
  ].join("\n");
}

/** Which pool each recording stands for. */
function spotTraceBlock({ spotTraces }: StressReport): readonly string[] {
  if (spotTraces.length === 0) return [];
  const lines = spotTraces.map(({ file, type, zone, seconds }) =>
    row("", `${file}: ${type} in ${zone}, ${shownNumber(seconds / 3600)} h`),
  );
  return [["Recorded Spot pools; the others gave nothing:", ...lines].join("\n")];
}

const WORDS: { readonly [holds: string]: string } = { true: "yes", false: "no", undefined: "?" };

function claimLine({ text, holds, measured, unit, kept, insteadTrue }: ClaimResult, runs: number): string {
  const value =
    holds === undefined ? "nothing to measure" : measured === null ? "never" : `${shownNumber(measured)} ${unit}`;
  const share = runs > 1 ? `, in ${kept} of ${runs} runs` : "";
  return `${text} (${value}${share})${insteadTrue === undefined ? "" : ` In truth: ${insteadTrue}`}`;
}

function verdictLine({ scenarios, runs, seed, environment }: StressReport, colors: Colors): string {
  const of = (wanted: ScenarioResult["verdict"]) => scenarios.filter(({ verdict }) => verdict === wanted);
  const failed = of("fails");
  const paint = failed.length === 0 ? colors.green : colors.red;
  const words = `${count(of("holds").length, "scenario")} held, ${failed.length} failed, ${of("not run").length} not run`;
  const first = failed[0] === undefined ? "" : `; first: ${failed[0].id}`;
  return wrap(`${paint(words)}${first}; ${environment}, ${count(runs, "run")} each from seed ${seed}`, WIDTH);
}

const row = (label: string, text: string) => label.padEnd(LABEL.length) + wrap(text, WIDTH - LABEL.length, LABEL);
