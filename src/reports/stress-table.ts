import { firstDetectors, unnoticed } from "../stress/noticed";
import type { ClaimResult, ScenarioResult, StressReport } from "../stress/report";
import { isBroken } from "../stress/results";
import { type Colors, count, shownNumber, WIDTH, wrap } from "./text";

const LABEL = " ".repeat(8);

/**
 * The report for a person, within 80 columns: a line a scenario with the claims that it breaks, then the verdict. A scenario
 * by itself shows every claim.
 */
export function stressTable(report: StressReport, colors: Colors): string {
  const [only, ...others] = report.scenarios;
  const body =
    only !== undefined && others.length === 0
      ? scenarioBlock(only, report, colors)
      : [...report.scenarios.map((scenario) => scenarioLine(scenario, report, colors)), ...untrueNote(report)].join(
          "\n",
        );
  return `${[body, ...spotTraceBlock(report), ...priceBlock(report), ...unmodelledBlock(report), verdictLine(report, colors)].join("\n\n")}\n`;
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

function untrueNote({ scenarios }: StressReport): readonly string[] {
  const untrue = scenarios.flatMap(({ claims }) => claims).filter(isUntrue).length;
  return untrue === 0 ? [] : [row("", "untrue: what is often said and isn't so, which is no failure")];
}

/** Longer than the longest id. */
const ID_WIDTH = 32;

/** How many of its claims hold; those that should and don't are shown. */
function scenarioLine(scenario: ScenarioResult, report: StressReport, colors: Colors): string {
  const { id, verdict, reason, claims } = scenario;
  if (reason !== undefined) return [heading(scenario, colors), row("", reason)].join("\n");
  const wanted = claims.filter((claim) => claim.holds === true || isBroken(claim));
  const kept = wanted.filter(({ holds }) => holds);
  const untrue = claims.filter(isUntrue).length;
  const words = `${kept.length} of ${wanted.length} claims${untrue > 0 ? `, ${untrue} untrue` : ""}`;
  const gap = " ".repeat(Math.max(1, ID_WIDTH - id.length));
  const line = `${heading(scenario, colors)}${gap}${words}`;
  const broken = verdict === "fails" ? claimRows(claims.filter(isBroken), report) : [];
  return [line, ...unnoticedRows(scenario, colors), ...broken].join("\n");
}

function scenarioBlock(scenario: ScenarioResult, report: StressReport, colors: Colors): string {
  const { title, reason, claims } = scenario;
  return [
    heading(scenario, colors),
    row("", title),
    ...(reason === undefined ? [] : [row("", reason)]),
    ...noticedRows(scenario, colors),
    ...claimRows(claims, report),
  ].join("\n");
}

function heading({ id, verdict }: ScenarioResult, colors: Colors): string {
  const paint = { holds: colors.green, fails: colors.red, "not run": colors.yellow }[verdict];
  return `${paint(verdict.padEnd(LABEL.length))}${colors.bold(id)}`;
}

const claimRows = (claims: readonly ClaimResult[], { runs }: StressReport) =>
  claims.map((claim) => row(WORDS[String(claim.holds)] ?? "", claimLine(claim, runs)));

/** Whether it is commonly made and doesn't hold. */
const isUntrue = ({ holds, insteadTrue }: ClaimResult) => holds === false && insteadTrue !== undefined;

/** Which pool each recording stands for. */
function spotTraceBlock({ spotTraces }: StressReport): readonly string[] {
  if (spotTraces.length === 0) return [];
  const lines = spotTraces.map(({ file, type, zone, seconds }) =>
    row("", `${file}: ${type} in ${zone}, ${shownNumber(seconds / 3600)} h`),
  );
  return [["Recorded Spot pools; the others gave nothing:", ...lines].join("\n")];
}

/** Which way to run the plan is the cheapest that breaks nothing, and what the others cost and break. */
function priceBlock({ priceOfSafety }: StressReport): readonly string[] {
  if (priceOfSafety === null) return [];
  const { options, cheapest } = priceOfSafety;
  const cost = ({ id, costPerHour }: (typeof options)[number]) => `${id} ${costPerHour.toFixed(2)}`;
  const best = options.find(({ id }) => id === cheapest);
  const others = options
    .filter((option) => option !== best)
    .map(
      (option) => `${cost(option)}${option.claimsBroken.length > 0 ? ` (breaks ${option.claimsBroken.length})` : ""}`,
    );
  const first = best === undefined ? "none keeps every claim" : `${cost(best)} is the cheapest that holds`;
  return [wrap(`Price of safety (USD/h): ${first}; ${others.join(", ")}`, WIDTH)];
}

/** Alarms that are silent here for want of a metric, not because all is well. */
function unmodelledBlock({ unmodelledAlarms, scenarios }: StressReport): readonly string[] {
  if (unmodelledAlarms.length === 0) return [];
  const heading = `${count(unmodelledAlarms.length, "alarm")} can't ring here`;
  if (scenarios.length > 1) return [wrap(`${heading}: stress.json says which and why (unmodelledAlarms).`, WIDTH)];
  return [[`${heading}:`, ...unmodelledAlarms.map(({ name, why }) => row("", `${name}: ${why}`))].join("\n")];
}

/** What notices each of its variants first, and which nothing would notice though they hurt. */
function noticedRows(result: ScenarioResult, colors: Colors): readonly string[] {
  if (result.verdict === "not run") return [];
  const first = [...firstDetectors(result).values()].map(({ name, firesAtSeconds, variant }) =>
    row("", `noticed: ${name} after ${Math.round(firesAtSeconds)} s (${variant})`),
  );
  return [...first, ...unnoticedRows(result, colors)];
}

function unnoticedRows(result: ScenarioResult, colors: Colors): readonly string[] {
  const missed = unnoticed(result);
  return missed.length === 0 ? [] : [row("", `${colors.red("NOTHING WOULD NOTICE")}: ${missed.join(", ")}`)];
}

const WORDS: { readonly [holds: string]: string } = { true: "yes", false: "no", undefined: "?" };

function claimLine(claim: ClaimResult, runs: number): string {
  const { text, holds, measured, unit, kept, insteadTrue } = claim;
  const value =
    holds === undefined ? "nothing to measure" : measured === null ? "never" : `${shownNumber(measured)} ${unit}`;
  const share = runs > 1 ? `, in ${kept} of ${runs} runs` : "";
  return `${text} (${value}${share})${isUntrue(claim) ? ` In truth: ${insteadTrue}` : ""}`;
}

/** The verdict, with the first claim that is broken. */
function verdictLine({ scenarios, runs, seed, environment }: StressReport, colors: Colors): string {
  const of = (wanted: ScenarioResult["verdict"]) => scenarios.filter(({ verdict }) => verdict === wanted);
  const failed = of("fails");
  const paint = failed.length === 0 ? colors.green : colors.red;
  const words = `${count(of("holds").length, "scenario")} held, ${failed.length} failed, ${of("not run").length} not run`;
  const first = failed.flatMap(({ claims }) => claims).find(isBroken);
  const named = first === undefined ? "" : `first: ${first.id}\n`;
  return named + wrap(`${paint(words)}; ${environment}, ${count(runs, "run")} each from seed ${seed}`, WIDTH);
}

const row = (label: string, text: string) => label.padEnd(LABEL.length) + wrap(text, WIDTH - LABEL.length, LABEL);
