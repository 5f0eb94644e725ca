import { unnoticed } from "../../stress/noticed";
import type { ClaimResult, ScenarioResult, StressReport } from "../../stress/report";
import { START_SECONDS } from "../../stress/scenario";
import { figures } from "./figures";
import { html, type Markup } from "./markup";
import { picture } from "./picture";
import { story } from "./story";
import { region } from "./table";
import { boundaryWords, duration, limitWords, moment, OUTCOME_WORDS, outcomeOf, quantity, spoken } from "./words";

/** A scenario: its verdict, its claims, its pictures, its story. */
export function card(scenario: ScenarioResult, { runs }: StressReport): Markup {
  const { id, title, verdict, question, oftenSaid, recovery, reason, claims, timeline } = scenario;
  const paint = { holds: "holds", fails: "broken", "not run": "open" }[verdict];
  return html`<article id="${id}" aria-labelledby="${id}-title">
<header><h3 id="${id}-title">${title}</h3><span class="mark ${paint}">${verdict}</span></header>
<p class="lead">${question}</p>
${reason && html`<p>Not run on this plan: ${reason}.</p>`}
<dl class="facts">
<dt>Often said</dt><dd>${oftenSaid}</dd>
${
  verdict !== "not run" &&
  html`<dt>Noticed</dt><dd>${noticed(scenario)}</dd>
<dt>All healthy again</dt><dd>${recovered(scenario)}</dd>`
}
<dt>What ends it</dt><dd>${recovery}</dd>
</dl>
${claims.length > 0 && html`<h4>Claims</h4><ul class="claims">${claims.map((claim) => claimItem(claim, runs))}</ul>`}
${timeline.map((run, index) => variantFigure(scenario, run, index === 0))}
</article>
`;
}

/** What tells of it, and loudly in which variants nothing does. */
function noticed(scenario: ScenarioResult): Markup {
  const missed = unnoticed(scenario);
  return html`${told(scenario, missed.length === 0)}${
    missed.length > 0 && html` <strong class="broken">Nothing would notice: ${spoken(missed)}.</strong>`
  }`;
}

function told({ detectors }: ScenarioResult, isUnharmed: boolean): Markup {
  const first = new Map<string, number>();
  for (const { name, firesAtSeconds } of detectors) {
    first.set(name, Math.min(first.get(name) ?? Number.POSITIVE_INFINITY, firesAtSeconds));
  }
  const [earliest, ...others] = [...first].sort(([, a], [, b]) => a - b);
  if (earliest === undefined) return html`${isUnharmed && "by nothing, and nothing is amiss for long"}`;
  const [name, seconds] = earliest;
  return html`after ${duration(seconds)}, by <code>${name}</code>${
    others.length > 0 &&
    html`<details><summary>and by ${others.length} more</summary><ul>${others.map(
      ([other, at]) => html`<li><code>${other}</code> after ${duration(at)}</li>`,
    )}</ul></details>`
  }`;
}

function recovered({ recoverySeconds }: ScenarioResult): string {
  if (recoverySeconds === null) return "not within the run";
  return recoverySeconds === 0 ? "they stayed so" : `after ${duration(recoverySeconds)}`;
}

function claimItem(claim: ClaimResult, runs: number): Markup {
  const { id, text, insteadTrue, boundary, evidence } = claim;
  const outcome = outcomeOf(claim);
  return html`<li id="${id}"><span class="mark ${outcome}">${OUTCOME_WORDS[outcome]}</span><div>
<p>${text}</p>
${insteadTrue && outcome === "false" && html`<p><b>In truth:</b> ${insteadTrue}</p>`}
${outcome !== "open" && html`<p class="quiet">${measuredWords(claim, runs)}</p>`}
${boundary && html`<p class="quiet">${boundaryWords(boundary)}</p>`}
${
  evidence.length > 0 &&
  html`<details><summary>Events that prove it<span class="hidden"> (${id})</span></summary><ol class="story">${evidence.map(
    ({ time, kind, subject, detail }) =>
      html`<li><time>${moment(time)}</time><span><b>${kind.replaceAll("-", " ")}</b> ${subject} ${detail}</span></li>`,
  )}</ol></details>`
}
</div></li>
`;
}

/** What was measured, beside what was wanted. */
function measuredWords(claim: ClaimResult, runs: number): string {
  const { unit, measured, interval, kept } = claim;
  const value = `Measured ${quantity(measured, unit)}, wanted ${limitWords(claim)}`;
  if (runs === 1) return `${value}.`;
  const [low, high] = [interval?.low ?? 0, interval?.high ?? 0].map((end) => quantity(end, unit));
  const ends = low === high ? "" : ` (${low} to ${high}, 95 % interval)`;
  return `${value}; mean of ${runs} runs${ends}, kept in ${kept === runs ? "all" : kept === 0 ? "none" : kept}.`;
}

/** A shorter run has no time to show: what it says is computed, not simulated. */
const SHORTEST_SECONDS = 60;

/** The run over time; only a scenario's first is open, so that a page is read and not scrolled. */
function variantFigure({ title }: ScenarioResult, run: ScenarioResult["timeline"][number], isOpen: boolean): Markup {
  const name = run.variant.replaceAll("-", " ");
  if (run.samples.every(({ second }) => second < START_SECONDS + SHORTEST_SECONDS)) {
    return html`<details><summary>What was found: ${name}</summary>${story(run)}</details>`;
  }
  const words = summary(run);
  const label = `${title}, ${name}: tasks, instances and failed requests over time. ${words}`;
  return html`<details class="run"${isOpen && html` open`}><summary>Over time: ${name}</summary>
<figure>${region(`Picture of ${title}, ${name}`, picture(run, label))}
<figcaption>${words} Time counts from the disturbance, the dotted line.</figcaption></figure>
<details><summary>The story of this run, and its figures<span class="hidden"> (${title}, ${name})</span></summary>
${figures(run, `${title}, ${name}`)}
${story(run)}</details>
</details>
`;
}

/** The picture in words. */
function summary({ samples: all }: ScenarioResult["timeline"][number]): string {
  const samples = all.filter(({ second }) => second >= START_SECONDS);
  const lowest = samples.reduce((a, b) => (b.healthyTasks < a.healthyTasks ? b : a));
  const requests = samples.reduce((sum, sample) => sum + sample.requests, 0);
  const failed = samples.reduce((sum, sample) => sum + sample.failedRequests, 0);
  const share =
    requests === 0
      ? "no requests came"
      : failed < 0.5
        ? "no request failed"
        : `${quantity(failed / requests, "share")} of the requests failed`;
  return `Fewest healthy tasks: ${lowest.healthyTasks} of ${lowest.desiredTasks}, at ${moment(lowest.second)}; ${share}.`;
}
