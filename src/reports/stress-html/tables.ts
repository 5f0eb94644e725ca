import type { Ablation } from "../../stress/ablations";
import type { StressReport } from "../../stress/report";
import { html, type Markup } from "./markup";
import { claimsOf, OUTCOME_WORDS, outcomeOf } from "./words";

/** Each protection, and the claims that fall without it. */
export function ablationTable({ ablations, scenarios }: StressReport): Markup | null {
  if (ablations.length === 0) return null;
  const byProtection = new Map<string, Ablation[]>();
  for (const ablation of ablations) {
    byProtection.set(ablation.protection, [...(byProtection.get(ablation.protection) ?? []), ablation]);
  }
  const rows = [...byProtection.values()].map((own) => {
    const falls = own.filter(({ holdsWith, holdsWithout }) => holdsWith && !holdsWithout);
    const rises = own.filter(({ holdsWith, holdsWithout }) => !holdsWith && holdsWithout);
    return { title: own[0]?.title ?? "", falls, rises };
  });
  rows.sort((a, b) => b.falls.length - a.falls.length);
  const earning = rows.filter(({ falls }) => falls.length > 0);
  const idle = rows.filter(({ falls, rises }) => falls.length + rises.length === 0);
  return html`<h2 id="protections">What each protection earns</h2>
<p>Each is taken out of the configuration, and every scenario runs again with the same random numbers. ${earning.length} of ${rows.length} carry a claim that falls without them.</p>
${earning.length > 0 && matrix(scenarios, earning)}
${region(
  "Protections and the claims that fall without them",
  html`<table><caption>Without the protection on the left, these claims no longer hold</caption>
<thead><tr><th scope="col">Protection</th><th scope="col">Claims that fall</th></tr></thead><tbody>
${rows
  .filter((row) => !idle.includes(row))
  .map(
    ({ title, falls, rises }) =>
      html`<tr><th scope="row">${title}</th><td>${falls.length > 0 && claimLinks(falls.map(({ claim }) => claim))}${
        rises.length > 0 &&
        html`<p class="quiet">Without it these hold, which don’t with it:</p>${claimLinks(rises.map(({ claim }) => claim))}`
      }</td></tr>\n`,
  )}</tbody></table>`,
)}
${idle.length > 0 && html`<p>What earns nothing here: no claim changes without it.</p><ul>${idle.map(({ title }) => html`<li>${title}</li>`)}</ul>`}`;
}

interface Earned {
  readonly title: string;
  readonly falls: readonly Ablation[];
}

/** How many claims of each scenario fall without a protection. */
function matrix(scenarios: StressReport["scenarios"], rows: readonly Earned[]): Markup {
  const shown = scenarios.filter(({ verdict }) => verdict !== "not run");
  const cell = ({ falls }: Earned, { claims }: (typeof shown)[number]) => {
    const number = falls.filter(({ claim }) => claims.some(({ id }) => id === claim)).length;
    return number === 0 ? html`<td class="none">·</td>` : html`<td class="falls">${number}</td>`;
  };
  return region(
    "Matrix of protections and scenarios",
    html`<table class="matrix"><caption>How many claims of a scenario fall without the protection on the left</caption>
<thead><tr><td></td>${shown.map(({ id, title }) => html`<th scope="col"><a href="#${id}">${title}</a></th>`)}</tr></thead><tbody>
${rows.map((row) => html`<tr><th scope="row">${row.title}</th>${shown.map((scenario) => cell(row, scenario))}</tr>\n`)}</tbody></table>`,
  );
}

/** Claims by their ids, each a link to what was measured. */
export const claimLinks = (claims: readonly string[]): Markup =>
  html`<ul>${claims.map((claim) => html`<li><a href="#${claim}">${claim}</a></li>`)}</ul>`;

/** Every number that the model takes from elsewhere than the plan, and what it decides. */
export function assumptionTable({ assumptions }: StressReport): Markup {
  return html`<h2 id="numbers">Where every number comes from</h2>
<p>The configuration and the load decide the rest. An assumed number is one that nobody has published: where it decides a claim within its range, that claim is named.</p>
${region(
  "Numbers of the model",
  html`<table><caption>One value, the ends of an even spread, or the lowest, most frequent and highest of a triangle</caption>
<thead><tr><th scope="col">Number</th><th scope="col">Value</th><th scope="col">Kind</th><th scope="col">Source</th><th scope="col">Decides</th></tr></thead><tbody>
${assumptions.map(
  ({ id, value, unit, kind, source, sensitivity }) =>
    html`<tr><th scope="row"><code>${id}</code></th><td>${value.join(" – ")} ${unit}</td><td>${kind}</td><td>${source}</td><td>${
      sensitivity === null ? html`<span class="quiet">–</span>` : decided(sensitivity)
    }</td></tr>\n`,
)}</tbody></table>`,
)}`;
}

function decided({ low, high }: { readonly low: readonly string[]; readonly high: readonly string[] }): Markup {
  if (low.length + high.length === 0) return html`<span class="quiet">no claim</span>`;
  const at = (end: string, claims: readonly string[]) =>
    claims.length > 0 &&
    html`<li>at its ${end}: ${claims.map((claim, index) => html`${index > 0 && ", "}<a href="#${claim}">${claim}</a>`)}</li>`;
  return html`<ul>${at("lowest", low)}${at("highest", high)}</ul>`;
}

/** What is commonly said of such a platform and isn't true of this one. */
export function falseClaims(report: StressReport): Markup | null {
  const claims = claimsOf(report).filter((claim) => outcomeOf(claim) === "false");
  if (claims.length === 0) return null;
  return html`<h2 id="false">Often said, not true</h2>
<p>These are no failures: nobody can promise them. They are here because many do.</p>
${region(
  "Claims that are commonly made and don't hold",
  html`<table><caption>${claims.length} claims that were ${OUTCOME_WORDS.false}</caption><thead><tr><th scope="col">Often said</th><th scope="col">In truth</th></tr></thead><tbody>
${claims.map(({ id, text, insteadTrue }) => html`<tr><td><a href="#${id}">${text}</a></td><td>${insteadTrue}</td></tr>\n`)}</tbody></table>`,
)}`;
}

/** A box that scrolls by itself, with the keyboard too. */
export const region = (label: string, content: Markup): Markup =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${content}</div>`;
