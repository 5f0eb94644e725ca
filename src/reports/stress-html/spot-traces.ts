import type { StressReport } from "../../stress/report";
import { html, type Markup } from "./markup";
import { table } from "./table";
import { duration } from "./words";

/** Which pool each recording stands for; `null`: none was given. */
export function spotTraceTable({ spotTraces }: StressReport): Markup | null {
  if (spotTraces.length === 0) return null;
  return html`<h2 id="recordings">Recorded Spot pools</h2>
<p>The day of Spot plays them, as long as the shortest is. Pools without a recording gave nothing.</p>
${table(
  "Recorded Spot pools",
  "The pool that each file stands for",
  ["File", "Instance type", "Zone", "Length"].map((name) => ({ name })),
  spotTraces.map(({ file, type, zone, seconds }) => [html`<code>${file}</code>`, type, zone, duration(seconds)]),
)}`;
}
