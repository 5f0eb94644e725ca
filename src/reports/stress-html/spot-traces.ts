import type { StressReport } from "../../stress/report";
import { html, type Markup } from "./markup";
import { region } from "./tables";
import { duration } from "./words";

/** Which pool each recording stands for; `null`: none was given. */
export function spotTraceTable({ spotTraces }: StressReport): Markup | null {
  if (spotTraces.length === 0) return null;
  return html`<h2 id="recordings">Recorded Spot pools</h2>
<p>The day of Spot plays them, as long as the shortest is. Pools without a recording gave nothing.</p>
${region(
  "Recorded Spot pools",
  html`<table><caption>The pool that each file stands for</caption>
<thead><tr><th scope="col">File</th><th scope="col">Instance type</th><th scope="col">Zone</th><th scope="col">Length</th></tr></thead><tbody>
${spotTraces.map(
  ({ file, type, zone, seconds }) =>
    html`<tr><th scope="row"><code>${file}</code></th><td>${type}</td><td>${zone}</td><td>${duration(seconds)}</td></tr>\n`,
)}</tbody></table>`,
)}`;
}
