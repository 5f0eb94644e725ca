import { isOld, PRICE_AGE_DAYS, type PriceBook, type PriceChanges } from "../catalogue/price-book";
import { PRICED_REGION, PRICES, type Price, UNCONFIRMED } from "../catalogue/prices";
import type { Draft } from "./line";

export interface WarningsProps {
  /** All that the bill is made of. */
  readonly drafts: readonly Draft[];
  readonly book: PriceBook;
  /** What a file has changed in it. @default - nothing */
  readonly changes: PriceChanges | undefined;
  /** The environment's. */
  readonly region: string;
  /** `"2026-11-28"`. */
  readonly today: string;
}

/** What is to be looked up before anybody relies on the bill; a sentence each. */
export function warningsOf({ drafts, book, changes, region, today }: WarningsProps): readonly string[] {
  const used = [...new Set(drafts.filter(({ quantity }) => quantity > 0).map(({ price }) => price))];
  return [...foreign(book, changes, region), ...old(used, today), ...unconfirmed(drafts)];
}

/** Prices of another region than the environment's. */
function foreign({ prices }: PriceBook, changes: PriceChanges | undefined, region: string): readonly string[] {
  if (region === PRICED_REGION) return [];
  if (changes === undefined) {
    return [
      `The prices are those of ${PRICED_REGION}; ${region}'s differ by some percent: give them by --prices FILE.`,
    ];
  }
  const missing = Object.keys(prices).filter((id) => !Object.hasOwn(changes.prices, id) && id in PRICES);
  if (missing.length === 0) return [];
  return [`The file of prices leaves out, so that they are those of ${PRICED_REGION}: ${missing.join(", ")}.`];
}

function old(used: readonly Price[], today: string): readonly string[] {
  const late = used.filter((price) => isOld(price, today));
  const dates = late.map(({ date }) => date).sort();
  if (dates[0] === undefined) return [];
  return [
    `${late.length} of ${used.length} prices are more than ${PRICE_AGE_DAYS} days old, the oldest of ${dates[0]}: look them up in AWS's price list, and give them by --prices FILE.`,
  ];
}

function unconfirmed(drafts: readonly Draft[]): readonly string[] {
  const kinds = [...new Set(drafts.filter(({ price }) => price.source === UNCONFIRMED).map(({ kind }) => kind))];
  return kinds.length === 0 ? [] : [`No dated source was found for the prices of: ${kinds.join(", ")}.`];
}
