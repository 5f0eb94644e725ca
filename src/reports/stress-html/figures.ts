import type { Sample } from "../../stress/model/recorder";
import type { ScenarioResult } from "../../stress/report";
import { START_SECONDS } from "../../stress/scenario";
import type { Content, Markup } from "./markup";
import { type Column, wideTable } from "./table";
import { moment, quantity } from "./words";

/** Seconds after the disturbance at which the platform is told in figures. */
const LOOKS_SECONDS = [-1, 60, 300, 600, 1800, 3600, 14_400, 86_400];

const COLUMNS: readonly Column[] = [
  { name: "Time" },
  ...["Desired", "Running", "Healthy", "On-Demand", "Spot"].map((name) => ({ name, isNumber: true })),
  { name: "Instances that take tasks" },
  { name: "Failed", isNumber: true },
];

/** What the picture shows, at some moments. */
export function figures({ samples }: ScenarioResult["timeline"][number], name: string): Markup {
  const looks = LOOKS_SECONDS.map((after) => samples.findLastIndex(({ second }) => second <= START_SECONDS + after));
  const shown = [...new Set([...looks, samples.length - 1])].filter((index) => index >= 0).sort((a, b) => a - b);
  let counted = 0;
  const rows = shown.map((index): readonly Content[] => {
    const since = samples.slice(counted, index + 1);
    counted = index + 1;
    const { second, desiredTasks, runningTasks, healthyTasks, instances, zones } = samples[index] as Sample;
    const failed = since.reduce((sum, sample) => sum + sample.failedRequests, 0);
    const placed = Object.entries(zones).map(([zone, instancesThere]) => `${instancesThere} in ${zone}`);
    return [
      moment(second),
      ...[desiredTasks, runningTasks, healthyTasks, instances.onDemand, instances.spot],
      placed.join(", "),
      quantity(failed, "requests"),
    ];
  });
  const caption = "The platform at some moments; failed since the moment before";
  return wideTable(`Figures of ${name}`, caption, COLUMNS, rows);
}
