import type { Ablation } from "../../stress/ablations";
import type { StressReport } from "../../stress/report";
import { count } from "../text";
import { html, type Markup } from "./markup";
import { region } from "./table";
import { claimLinks } from "./tables";

/** What becomes of the claims without a protection. */
interface Earned {
  readonly title: string;
  readonly falls: readonly Ablation[];
  /** Claims that hold without it only: mostly those that are commonly made and not true. */
  readonly rises: readonly Ablation[];
}

/** Each protection, and the claims that fall without it. */
export function protections({ ablations, scenarios }: StressReport): Markup | null {
  if (ablations.length === 0) return null;
  const ids = new Set(ablations.map(({ protection }) => protection));
  const all = [...ids].map((id) => earnedOf(ablations.filter(({ protection }) => protection === id)));
  all.sort((a, b) => b.falls.length - a.falls.length);
  const earning = all.filter(({ falls }) => falls.length > 0);
  const changing = all.filter(({ falls, rises }) => falls.length + rises.length > 0);
  const idle = all.filter((row) => !changing.includes(row));
  return html`<h2 id="protections">What each protection earns</h2>
<p>Each is taken out of the configuration, and every scenario runs again with the same random numbers. ${earning.length} of ${all.length} carry a claim that falls without them.</p>
${idle.length > 0 && html`<p>What earns nothing here, because no claim changes without it: ${idle.map(({ title }) => title).join("; ")}.</p>`}
${earning.length > 0 && matrix(scenarios, earning)}
${changing.length > 0 && html`<h3>The claims that change</h3>${changing.map(entry)}`}`;
}

function earnedOf(own: readonly Ablation[]): Earned {
  return {
    title: own[0]?.title ?? "",
    falls: own.filter(({ holdsWith, holdsWithout }) => holdsWith && !holdsWithout),
    rises: own.filter(({ holdsWith, holdsWithout }) => !holdsWith && holdsWithout),
  };
}

function entry({ title, falls, rises }: Earned): Markup {
  const words = [
    ...(falls.length > 0 ? [`${count(falls.length, "claim")} fall${falls.length === 1 ? "s" : ""} without it`] : []),
    ...(rises.length > 0 ? [`${rises.length} hold${rises.length === 1 ? "s" : ""} only then`] : []),
  ];
  return html`<details><summary><b>${title}</b>: ${words.join(", ")}</summary>${
    falls.length > 0 && claimLinks(falls.map(({ claim }) => claim))
  }${
    rises.length > 0 &&
    html`<p class="quiet">Without it these hold, which don’t with it:</p>${claimLinks(rises.map(({ claim }) => claim))}`
  }</details>\n`;
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
    html`<table class="matrix wide"><caption>How many claims of a scenario fall without the protection on the left</caption>
<thead><tr><td></td>${shown.map(({ id, title }) => html`<th scope="col"><a href="#${id}">${title}</a></th>`)}</tr></thead><tbody>
${rows.map((row) => html`<tr><th scope="row">${row.title}</th>${shown.map((scenario) => cell(row, scenario))}</tr>\n`)}</tbody></table>`,
  );
}
