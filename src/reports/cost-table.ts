import type { Line } from "../cost/line";
import type { CostReport, LeverResult } from "../cost/report";
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
    ...trafficBlock(report),
    ...leversBlock(report, colors),
    ...cheapestBlock(report, colors),
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

function trafficBlock({ traffic, ordinaryMonth }: CostReport): readonly (readonly string[])[] {
  if (traffic.length === 0) return [];
  return [
    [
      "What a load adds, were it there all the month:",
      ...traffic.map(({ load, requestsPerSecond, instances, adds }) => {
        const running = `${instances.onDemand.toFixed(1)} On-Demand, ${instances.spot.toFixed(1)} Spot`;
        return row(`${INDENT}${load.padEnd(7)}${requestsPerSecond.toFixed(1)} requests/s on ${running}`, money(adds));
      }),
      ...(ordinaryMonth === undefined
        ? []
        : [row("a month half silent, half with the usual load", money(ordinaryMonth))]),
    ],
  ];
}

function leversBlock({ levers }: CostReport, colors: Colors): readonly (readonly string[])[] {
  if (levers.length === 0) return [];
  return [
    [
      "What makes it cheaper, each by itself: USD a month of the floor, and of the",
      "month that is half silent; and what is lost by it:",
      ...levers.flatMap(({ id, saves, savesUnderLoad, besides, rulesBroken, ...claims }) => [
        `${INDENT}${id.padEnd(WIDTH - 2 * AMOUNT - 2)}${money(saves).padStart(AMOUNT)}${money(savesUnderLoad).padStart(AMOUNT)}`,
        ...lostLines(claims, colors),
        ...listed("breaks", rulesBroken, colors.yellow),
        ...(besides === undefined ? [] : [`    ${wrap(besides, WIDTH - 4, "    ")}`]),
      ]),
    ],
  ];
}

function cheapestBlock({ cheapest }: CostReport, colors: Colors): readonly (readonly string[])[] {
  if (cheapest === undefined) return [];
  const { levers, perMonth, saves, ordinaryMonth, oneStepCheaper } = cheapest;
  const made = levers.map(({ id, steps }) => (steps === 1 ? id : `${id} (${steps} steps)`)).join(", ") || "as it is";
  return [
    [
      colors.bold("The cheapest that was found to keep every required claim:"),
      `${INDENT}${wrap(made, WIDTH - 2, INDENT)}`,
      row(`${INDENT}floor of a month`, money(perMonth)),
      row(`${INDENT}saved of it`, money(saves)),
      row(`${INDENT}a month half silent`, money(ordinaryMonth)),
      ...(oneStepCheaper.length === 0 ? [] : ["One step cheaper, each by itself:"]),
      ...oneStepCheaper.flatMap(({ id, ...claims }) => [`${INDENT}${id}`, ...lostLines(claims, colors)]),
    ],
  ];
}

function lostLines(
  { claimsLost, claimsUnmeasured }: Pick<LeverResult, "claimsLost" | "claimsUnmeasured">,
  colors: Colors,
): readonly string[] {
  return [
    ...listed("loses", claimsLost, colors.red),
    ...listed("leaves unmeasured", claimsUnmeasured, colors.yellow),
    ...(claimsLost.length + claimsUnmeasured.length === 0 ? [`    ${colors.green("keeps every claim")}`] : []),
  ];
}

/** The first few; the JSON has them all. */
const SHOWN = 3;

function listed(verb: string, ids: readonly string[], paint: (text: string) => string): readonly string[] {
  if (ids.length === 0) return [];
  const more = ids.length > SHOWN ? [`${ids.length - SHOWN} more`] : [];
  const lines = wrap(`${verb} ${[...ids.slice(0, SHOWN), ...more].join(", ")}`, WIDTH - 4).split("\n");
  return lines.map((line) => `    ${paint(line)}`);
}

const row = (label: string, amount: string) => `${label.padEnd(WIDTH - AMOUNT)}${amount.padStart(AMOUNT)}`;

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
