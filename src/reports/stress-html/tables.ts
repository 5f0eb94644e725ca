import type { StressReport } from "../../stress/report";
import { count } from "../text";
import { html, type Markup } from "./markup";
import { table } from "./table";
import { claimsOf, OUTCOME_WORDS, outcomeOf } from "./words";

/** Claims by their ids, each a link to what was measured. */
export const claimLinks = (claims: readonly string[]): Markup =>
  html`<ul>${claims.map((claim) => html`<li><a href="#${claim}">${claim}</a></li>`)}</ul>`;

type Assumption = StressReport["assumptions"][number];

/** Every number that the model takes from elsewhere than the plan, and what it decides: those that decide something first. */
export function assumptionTable({ assumptions }: StressReport): Markup {
  const deciding = assumptions.filter(decides);
  const looked = assumptions.filter(({ sensitivity }) => sensitivity !== null);
  return html`<h2 id="numbers">Where every number comes from</h2>
<p>The configuration and the load decide the rest. An assumed number is one that nobody has published: where it decides a claim within its range, that claim is named.</p>
${looked.length > 0 && html`<p>${decidingWords(deciding.length, looked.length)}</p>`}
${table(
  "Numbers of the model",
  "One value, the ends of an even spread, or the lowest, most frequent and highest of a triangle",
  ["Number", "Value", "Kind", "Source", "Decides"].map((name) => ({ name })),
  [...deciding, ...assumptions.filter((assumption) => !decides(assumption))].map(
    ({ id, value, unit, kind, source, sensitivity }) => [
      html`<code>${breakable(id)}</code>`,
      `${value.join(" – ")} ${unit}`,
      kind,
      source,
      sensitivity === null ? html`<span class="quiet">–</span>` : decided(sensitivity),
    ],
  ),
)}`;
}

const decides = ({ sensitivity }: Assumption) =>
  sensitivity !== null && sensitivity.low.length + sensitivity.high.length > 0;

function decidingWords(deciding: number, looked: number): string {
  if (deciding === 0) return `None of the ${looked} assumed numbers decides a claim.`;
  return `${count(deciding, "assumed number")} of ${looked} decide${deciding === 1 ? "s" : ""} a claim, and stand${deciding === 1 ? "s" : ""} first.`;
}

/** A name in camel case, which a narrow column breaks before a capital. */
const breakable = (id: string): Markup =>
  html`${id.split(/(?=[A-Z])/).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}`;

function decided({ low, high }: NonNullable<Assumption["sensitivity"]>): Markup {
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
${table(
  "Claims that are commonly made and don't hold",
  `${claims.length} claims that were ${OUTCOME_WORDS.false}`,
  [{ name: "Often said" }, { name: "In truth" }],
  claims.map(({ id, text, insteadTrue }) => [html`<a href="#${id}">${text}</a>`, insteadTrue]),
)}`;
}
