import type { CostComparison } from "../cost/compare";
import type { CostReport } from "../cost/report";
import { change, money } from "./money";

/** The report for a pull request's comment. */
export function costMarkdown(report: CostReport): string {
  const { environment, region, floor, unpriced, warnings, budget } = report;
  const verdict =
    budget === undefined
      ? []
      : ["", `**Budget ${budget.isKept ? "kept" : "exceeded"}**: ${money(budget.perMonth)} USD a month.`];
  return [
    `### Cost of ${environment}: at least ${money(floor.perMonth)} USD a month`,
    "",
    `With nobody asking for anything, in ${region}: ${floor.perHour.toFixed(4)} USD an hour, ${money(floor.per12Hours)} in twelve silent hours.`,
    ...verdict,
    ...table(
      ["Item", "Quantity", "Unit", "USD each", "USD a month", "Price"],
      floor.lines.map(({ item, quantity, unit, unitPrice, amount, source }) => [
        item,
        String(quantity),
        unit,
        String(unitPrice),
        money(amount),
        source,
      ]),
    ),
    ...leversTable(report),
    ...(unpriced.length === 0
      ? []
      : ["", "In no line:", "", ...unpriced.map(({ address, reason }) => `- \`${address}\`: ${reason}`)]),
    ...(warnings.length === 0 ? [] : ["", ...warnings.map((warning) => `- ${warning}`)]),
    "",
  ].join("\n");
}

function leversTable({ levers, cheapest, traffic, ordinaryMonth }: CostReport): readonly string[] {
  return [
    ...(traffic.length === 0
      ? []
      : table(
          ["Load", "Requests a second", "USD a month beyond the floor, were it always there"],
          traffic.map(({ load, requestsPerSecond, adds }) => [load, String(requestsPerSecond), money(adds)]),
        )),
    ...(ordinaryMonth === undefined
      ? []
      : ["", `A month half silent, half with the usual load: ${money(ordinaryMonth)} USD.`]),
    ...(levers.length === 0
      ? []
      : table(
          ["Lever", "Saves of the floor", "Saves of that month", "Claims lost", "Claims unmeasured", "Rules broken"],
          levers.map(({ id, saves, savesUnderLoad, claimsLost, claimsUnmeasured, rulesBroken }) => [
            id,
            money(saves),
            money(savesUnderLoad),
            shortList(claimsLost),
            shortList(claimsUnmeasured),
            shortList(rulesBroken),
          ]),
        )),
    ...(cheapest === undefined
      ? []
      : [
          "",
          `The cheapest that was found to keep every required claim: ${money(cheapest.perMonth)} USD a month, by ${
            cheapest.levers.map(({ id, steps }) => (steps === 1 ? id : `${id} (${steps} steps)`)).join(", ") ||
            "nothing"
          }. One step cheaper loses claims: ${cheapest.oneStepCheaper.map(({ id }) => id).join(", ") || "there is none"}.`,
        ]),
  ];
}

/** The first few; the JSON has them all. */
const SHOWN = 3;

const shortList = (ids: readonly string[]): string =>
  [...ids.slice(0, SHOWN), ...(ids.length > SHOWN ? [`${ids.length - SHOWN} more`] : [])].join(", ");

/** What another environment or plan costs more, or less. */
export function costComparison({ before, after, floors, kinds, unpriced }: CostComparison): string {
  const difference = change(floors.difference);
  return [
    `### Cost: ${before} → ${after}: ${difference} USD a month`,
    "",
    `The floor, with nobody asking for anything: ${money(floors.before)} → ${money(floors.after)} USD a month.`,
    ...(kinds.length === 0
      ? ["", "No line differs."]
      : table(
          ["What", before, after, "Difference"],
          kinds.map(({ kind, before: from, after: to, difference: by }) => [kind, money(from), money(to), change(by)]),
        )),
    ...(unpriced.length === 0
      ? []
      : ["", `In no line of either: ${unpriced.map((address) => `\`${address}\``).join(", ")}`]),
    "",
  ].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return ["", line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)];
}
