import type { Price } from "../catalogue/prices";

/** A line of a bill: a month's. */
export interface Line {
  readonly item: string;
  /** Of a month, to six decimals. */
  readonly quantity: number;
  /** What `quantity` counts: `"h"`, `"GB-months"`. */
  readonly unit: string;
  /** USD, to six decimals. */
  readonly unitPrice: number;
  /** USD a month: `quantity` × `unitPrice`, to a hundredth of a cent. */
  readonly amount: number;
  /** Where the price was read, and when that was written. */
  readonly source: string;
}

/** A line that two bills may both have. */
export interface KindOfLine extends Line {
  /** What it is, whatever it is called in the plan: `"On-Demand instances"`. */
  readonly kind: string;
}

/** A line before it is rounded. */
export interface Draft {
  readonly kind: string;
  /** Whose, or how many. @default - the only one */
  readonly of?: string;
  /** Of a month, in the unit that the price is for: an hour, a month, a GB, a million. */
  readonly quantity: number;
  readonly price: Price;
}

const UNITS: { readonly [unit in Price["unit"]]: string } = {
  "USD/h": "h",
  "USD/month": "months",
  "USD/GB": "GB",
  "USD/GB-month": "GB-months",
  "USD/million": "million",
};

/** A hundredth of a cent: sums are of whole numbers of it, so that lines add up. */
const STEPS = 10_000;

export function lineOf({ kind, of, quantity, price }: Draft): KindOfLine {
  const [times, each] = [rounded(quantity, 6), rounded(price.amount, 6)];
  return {
    kind,
    item: of === undefined ? kind : `${kind}: ${of}`,
    quantity: times,
    unit: UNITS[price.unit],
    unitPrice: each,
    amount: rounded(times * each, 4),
    source: `${price.source} (${price.date})`,
  };
}

/** What lines come to, in USD a month: exactly their sum. */
export function totalOf(lines: readonly Pick<Line, "amount">[]): number {
  return lines.reduce((sum, { amount }) => sum + Math.round(amount * STEPS), 0) / STEPS;
}

/** A difference of two amounts, without what binary fractions leave. */
export const difference = (a: number, b: number): number => (Math.round(a * STEPS) - Math.round(b * STEPS)) / STEPS;

export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
