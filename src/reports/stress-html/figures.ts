import type { Sample } from "../../stress/model/recorder";
import type { ScenarioResult } from "../../stress/report";
import { START_SECONDS } from "../../stress/scenario";
import { html, type Markup } from "./markup";
import { region } from "./tables";
import { moment, quantity } from "./words";

/** Seconds after the disturbance at which the platform is told in figures. */
const LOOKS_SECONDS = [-1, 60, 300, 600, 1800, 3600, 14_400, 86_400];

/** What the picture shows, at some moments. */
export function figures({ samples }: ScenarioResult["timeline"][number], name: string): Markup {
  const looks = LOOKS_SECONDS.map((after) => samples.findLastIndex(({ second }) => second <= START_SECONDS + after));
  const shown = [...new Set([...looks, samples.length - 1])].filter((index) => index >= 0).sort((a, b) => a - b);
  let counted = 0;
  const rows = shown.map((index) => {
    const since = samples.slice(counted, index + 1);
    counted = index + 1;
    const { second, desiredTasks, runningTasks, healthyTasks, instances, zones } = samples[index] as Sample;
    const failed = since.reduce((sum, sample) => sum + sample.failedRequests, 0);
    const placed = Object.entries(zones).map(([zone, instancesThere]) => `${instancesThere} in ${zone}`);
    return html`<tr><th scope="row">${moment(second)}</th>${[
      desiredTasks,
      runningTasks,
      healthyTasks,
      instances.onDemand,
      instances.spot,
    ].map(
      (value) => html`<td class="number">${value}</td>`,
    )}<td>${placed.join(", ")}</td><td class="number">${quantity(failed, "requests")}</td></tr>\n`;
  });
  return region(
    `Figures of ${name}`,
    html`<table><caption>The platform at some moments; failed since the moment before</caption><thead><tr><th scope="col">Time</th>${[
      "Desired",
      "Running",
      "Healthy",
      "On-Demand",
      "Spot",
    ].map(
      (column) => html`<th scope="col" class="number">${column}</th>`,
    )}<th scope="col">Instances that take tasks</th><th scope="col" class="number">Failed</th></tr></thead><tbody>
${rows}</tbody></table>`,
  );
}
