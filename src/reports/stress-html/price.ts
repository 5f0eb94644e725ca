import type { PriceOfSafety, StressReport } from "../../stress/report";
import { count } from "../text";
import { html, type Markup } from "./markup";
import { claimLinks, region } from "./tables";

type Option = PriceOfSafety["options"][number];

const HOURS_A_MONTH = 730;
const [WIDTH, LEFT, ROW] = [720, 8, 46];
/** The longest bar; what it says stands behind it. */
const LONGEST = 320;

/** What safety costs: options on the same trace, with what each costs and breaks. */
export function priceOfSafety({ priceOfSafety: price }: StressReport): Markup | null {
  if (price === null) return null;
  const { trace, options, cheapest } = price;
  const best = options.find(({ id }) => id === cheapest);
  const words =
    best === undefined
      ? "None of them keeps every claim that should hold."
      : `The cheapest that keeps every claim: ${best.title}, at ${dollars(best.costPerHour)} an hour.`;
  return html`<h2 id="price">The price of safety</h2>
<p>${words}</p>
<p class="quiet">All ride the same trace: ${trace}.</p>
<figure>${region("Picture of the price of safety", bars(price, words))}</figure>
${region(
  "What each option costs and breaks",
  html`<table><caption>Instances and their volumes only; what costs the same whatever runs isn’t in it</caption>
<thead><tr><th scope="col">Option</th><th scope="col" class="number">USD an hour</th><th scope="col" class="number">USD a month</th><th scope="col" class="number">Served</th><th scope="col" class="number">Failed requests</th><th scope="col">Claims broken</th></tr></thead><tbody>
${options.map((option) => row(option, option.id === cheapest))}</tbody></table>`,
)}`;
}

function row({ title, costPerHour, availability, failedRequests, claimsBroken }: Option, isBest: boolean): Markup {
  return html`<tr><th scope="row">${title}${isBest && html` <span class="mark holds">cheapest that holds</span>`}</th><td class="number">${costPerHour.toFixed(3)}</td><td class="number">${Math.round(costPerHour * HOURS_A_MONTH)}</td><td class="number">${served(availability)}</td><td class="number">${Math.round(failedRequests)}</td><td>${
    claimsBroken.length === 0 ? html`<span class="holds">none</span>` : claimLinks(claimsBroken)
  }</td></tr>
`;
}

/** A bar an option, as long as its cost; green where it breaks nothing. */
function bars({ options }: PriceOfSafety, label: string): Markup {
  const dearest = Math.max(...options.map(({ costPerHour }) => costPerHour));
  const height = options.length * ROW;
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">
${options.map(({ title, costPerHour, availability, claimsBroken }, index) => {
  const length = dearest === 0 ? 0 : Math.round((costPerHour / dearest) * LONGEST);
  const lost = claimsBroken.length === 0 ? "keeps every claim" : `breaks ${count(claimsBroken.length, "claim")}`;
  return html`<text x="${LEFT}" y="${index * ROW + 14}" class="name">${title}</text><rect class="area ${claimsBroken.length === 0 ? "healthy" : "failed"}" x="${LEFT}" y="${index * ROW + 20}" width="${length}" height="14" rx="2"/><text x="${LEFT + length + 8}" y="${index * ROW + 31}">${dollars(costPerHour)} an hour, ${served(availability)} served, ${lost}</text>
`;
})}</svg>`;
}

const dollars = (amount: number) => `${amount.toFixed(2)} USD`;

/** As many nines as there are, never rounded up to all. */
const served = (share: number) => `${Math.floor(share * 1e6) / 1e4} %`;
