import type { Line } from "../cost/line";
import type { CostReport } from "../cost/report";
import { money } from "./money";
import { type Colors, WIDTH, wrap } from "./text";

const AMOUNT = 11;
const INDENT = "  ";

/** The report for a person, within 80 columns. */
export function costTable(report: CostReport, colors: Colors): string {
  const { environment, region, floor, unpriced, warnings } = report;
  const blocks = [
    [colors.bold(wrap(`${environment} in ${region}: USD a month while nobody asks for anything`, WIDTH))],
    floor.lines.map((line) => lineRow(line)),
    totals(report, colors),
    ...(unpriced.length === 0
      ? []
      : [
          [
            colors.yellow("In no line:"),
            ...unpriced.map(({ address, reason }) => `${INDENT}${wrap(`${address}: ${reason}`, WIDTH - 4, "    ")}`),
          ],
        ]),
    ...(warnings.length === 0
      ? []
      : [warnings.map((warning) => `${colors.yellow("Warning:")} ${wrap(warning, WIDTH - 9, INDENT)}`)]),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Item on the left, amount on the right, how it comes about between the two. */
function lineRow({ item, quantity, unit, unitPrice, amount }: Line): string {
  const how = `${quantity} ${unit} × ${unitPrice}`;
  const [head = "", ...rest] = wrap(item, WIDTH - AMOUNT - 2).split("\n");
  const amountText = money(amount).padStart(AMOUNT);
  if (rest.length === 0 && head.length + how.length + 3 <= WIDTH - AMOUNT) {
    return `${head}  ${how.padStart(WIDTH - AMOUNT - head.length - 2)}${amountText}`;
  }
  return [head, ...rest, `${how.padStart(WIDTH - AMOUNT)}${amountText}`].join("\n");
}

function totals({ floor, budget }: CostReport, colors: Colors): readonly string[] {
  const row = (label: string, amount: string) => `${label.padEnd(WIDTH - AMOUNT)}${amount.padStart(AMOUNT)}`;
  return [
    colors.bold(row("a month of 730 hours", money(floor.perMonth))),
    row("twelve silent hours", money(floor.per12Hours)),
    row("an hour", floor.perHour.toFixed(4)),
    ...(budget === undefined
      ? []
      : [
          budget.isKept
            ? colors.green(row("budget, kept", money(budget.perMonth)))
            : colors.red(row("budget, exceeded", money(budget.perMonth))),
        ]),
  ];
}
