import type { PriceOfSafety, StressReport } from "../../stress/report";
import { count } from "../text";
import { type Content, html, type Markup } from "./markup";
import { region, table } from "./table";
import { claimLinks } from "./tables";
import { grouped } from "./words";

type Option = PriceOfSafety["options"][number];

const HOURS_A_MONTH = 730;
const [WIDTH, LEFT, ROW] = [720, 8, 46];
/** The longest bar; what it says stands behind it. */
const LONGEST = 260;

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
${table(
  "What each option costs and breaks",
  "Instances and their volumes only; what costs the same whatever runs isn’t in it",
  [
    { name: "Option" },
    { name: "USD an hour", isNumber: true },
    { name: "USD a month", isNumber: true },
    { name: "Served", isNumber: true },
    { name: "Failed requests", isNumber: true },
    { name: "Claims broken" },
  ],
  options.map((option) => row(option, option === best)),
)}`;
}

function row(option: Option, isBest: boolean): readonly Content[] {
  const { title, costPerHour, availability, failedRequests, claimsBroken } = option;
  return [
    html`${title}${isBest && html`<br><span class="mark holds">cheapest that holds</span>`}`,
    costPerHour.toFixed(3),
    Math.round(costPerHour * HOURS_A_MONTH),
    served(availability),
    grouped(Math.round(failedRequests)),
    claimsBroken.length === 0 ? html`<span class="holds">none</span>` : claimLinks(claimsBroken),
  ];
}

/** A bar an option, as long as its cost; green where it breaks nothing. */
function bars({ options }: PriceOfSafety, label: string): Markup {
  const dearest = Math.max(...options.map(({ costPerHour }) => costPerHour));
  const height = options.length * ROW;
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">
${options.map(({ title, costPerHour, availability, failedRequests, claimsBroken }, index) => {
  const length = dearest === 0 ? 0 : Math.round((costPerHour / dearest) * LONGEST);
  const isSafe = claimsBroken.length === 0;
  const words = [
    `${dollars(costPerHour)} an hour`,
    `${served(availability)} served`,
    ...(failedRequests < 0.5 ? [] : [`${grouped(Math.round(failedRequests))} requests failed`]),
    isSafe ? "keeps every claim" : `breaks ${count(claimsBroken.length, "claim")}`,
  ];
  return html`<text x="${LEFT}" y="${index * ROW + 14}" class="name">${title}</text><rect class="area ${isSafe ? "healthy" : "failed"}" x="${LEFT}" y="${index * ROW + 20}" width="${length}" height="14" rx="2"/><text x="${LEFT + length + 8}" y="${index * ROW + 31}">${words.join(", ")}</text>
`;
})}</svg>`;
}

const dollars = (amount: number) => `${amount.toFixed(2)} USD`;

/** As many nines as there are and a figure more, never rounded up to all. */
function served(share: number): string {
  const figures = Math.min(4, Math.max(1, Math.ceil(-Math.log10((1 - share) * 100)) + 1));
  return `${Math.floor(share * 100 * 10 ** figures) / 10 ** figures} %`;
}
