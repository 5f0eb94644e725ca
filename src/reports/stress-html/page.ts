import { unnoticed } from "../../stress/noticed";
import type { ScenarioResult, StressReport } from "../../stress/report";
import { count } from "../text";
import { card } from "./card";
import { type Content, html, Markup } from "./markup";
import { priceOfSafety } from "./price";
import { protections } from "./protections";
import { spotTraceTable } from "./spot-traces";
import { STYLE } from "./style";
import { table } from "./table";
import { assumptionTable, falseClaims } from "./tables";
import { claimsOf, duration, type Outcome, outcomeOf, spoken, verdict } from "./words";

/** The report as one page: no script, no network. The same report gives the same bytes. */
export function stressHtml(report: StressReport): string {
  const { environment, scenarios, seed, runs } = report;
  const isWhole = scenarios.every((scenario) => scenario.verdict !== "fails");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${verdict(report)} – Ballast</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#scenarios">Skip to the scenarios</a>
<header>
<div class="verdict ${isWhole ? "holds" : "broken"}"><h1>${verdict(report)}</h1></div>
<p class="lead">${tally(report)}</p>
${brokenList(report)}
${contents(report)}
<p class="quiet">Each scenario was run ${runs === 1 ? "once" : `${runs} times`} against the very configuration that would be deployed (<code>${environment}</code>, seed ${seed}). The same seed gives the same page.</p>
</header>
<main>
<h2 id="scenarios">Scenarios</h2>
${overview(scenarios)}
${scenarios.map((scenario) => card(scenario, report))}
${spotTraceTable(report)}
${protections(report)}
${priceOfSafety(report)}
${falseClaims(report)}
${assumptionTable(report)}
</main>
<footer>
<h2>How to get this page</h2>
<p><code>npm run stress -- ${environment} --seed ${seed} --runs ${runs}</code> writes it to report/index.html, and everything in it to report/stress.json. How the model works, and what it leaves out: docs/simulator-model.md.</p>
</footer>
</body>
</html>
`.text;
}

function tally(report: StressReport): string {
  const outcomes = claimsOf(report).map(outcomeOf);
  const of = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  const parts = [
    `${count(report.scenarios.length, "scenario")}, ${count(outcomes.length, "claim")}: ${of("holds")} hold`,
    of("broken") === 0 ? "none is broken" : `${of("broken")} ${of("broken") === 1 ? "doesn’t" : "don’t"}`,
    `${of("false")} ${of("false") === 1 ? "is" : "are"} often said and not true`,
    ...(of("open") > 0 ? [`${of("open")} had nothing to measure`] : []),
  ];
  return `${parts.join(", ")}.`;
}

/** The page's parts; those that there is nothing for aren't there. */
function contents(report: StressReport): Markup {
  const { ablations, priceOfSafety: price } = report;
  const hasFalse = claimsOf(report).some((claim) => outcomeOf(claim) === "false");
  const parts: readonly (readonly [id: string, name: string, isThere: boolean])[] = [
    ["scenarios", "Scenarios", true],
    ["protections", "What each protection earns", ablations.length > 0],
    ["price", "The price of safety", price !== null],
    ["false", "Often said, not true", hasFalse],
    ["numbers", "Where every number comes from", true],
  ];
  const links = parts.filter(([, , isThere]) => isThere);
  return html`<nav aria-label="Parts of this page"><ul class="contents">${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`;
}

function brokenList(report: StressReport): Markup | null {
  const broken = claimsOf(report).filter((claim) => outcomeOf(claim) === "broken");
  if (broken.length === 0) return null;
  return html`<ul>${broken.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul>`;
}

const overview = (scenarios: readonly ScenarioResult[]): Markup =>
  table(
    "Scenarios and their verdicts",
    "What was run, and what came of it",
    [
      { name: "Scenario" },
      { name: "Verdict" },
      { name: "Claims kept", isNumber: true },
      { name: "Noticed after" },
      { name: "Healthy after" },
    ],
    scenarios.map(overviewRow),
  );

function healthyAfter(seconds: number | null): string {
  if (seconds === null) return "not within the run";
  return seconds === 0 ? "stayed so" : duration(seconds);
}

function overviewRow(scenario: ScenarioResult): readonly Content[] {
  const { id, title, verdict, claims, detectors, recoverySeconds } = scenario;
  const paint = { holds: "holds", fails: "broken", "not run": "open" }[verdict];
  const expected = claims.filter((claim) => ["holds", "broken"].includes(outcomeOf(claim)));
  const kept = expected.filter((claim) => outcomeOf(claim) === "holds");
  const first = Math.min(...detectors.map(({ firesAtSeconds }) => firesAtSeconds));
  const missed = unnoticed(scenario);
  const noticed = html`${detectors.length > 0 ? duration(first) : missed.length === 0 && "nothing is amiss"}${
    missed.length > 0 && html` <strong class="broken">never: ${spoken(missed)}</strong>`
  }`;
  const wasRun = verdict !== "not run";
  return [
    html`<a href="#${id}">${title}</a>`,
    html`<span class="mark ${paint}">${verdict}</span>`,
    wasRun && `${kept.length} of ${expected.length}`,
    wasRun && noticed,
    wasRun && healthyAfter(recoverySeconds),
  ];
}
