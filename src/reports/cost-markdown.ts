import type { CostComparison } from "../cost/compare";
import type { CostReport } from "../cost/report";
import { change, money } from "./money";

/** The report for a pull request's comment. */
export function costMarkdown({ environment, region, floor, unpriced, warnings, budget }: CostReport): string {
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
    ...(unpriced.length === 0
      ? []
      : ["", "In no line:", "", ...unpriced.map(({ address, reason }) => `- \`${address}\`: ${reason}`)]),
    ...(warnings.length === 0 ? [] : ["", ...warnings.map((warning) => `- ${warning}`)]),
    "",
  ].join("\n");
}

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
