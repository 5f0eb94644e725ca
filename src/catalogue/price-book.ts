import type { InstanceType } from "./instance-types";
import { onDemandPrice, PRICED_REGION, PRICES, type Price, type PriceId, spotPrice, UNCONFIRMED } from "./prices";

/** What an instance type costs an hour. */
type Priced = Pick<InstanceType, "name" | "memoryMiB">;

/** Every price of one region. */
export interface PriceBook {
  readonly region: string;
  readonly prices: { readonly [id in PriceId]: Price };
  /** @throws RangeError for a type that no price is known of */
  readonly onDemand: (type: Priced) => Price;
  /** @throws RangeError for a type that no price is known of */
  readonly spot: (type: Priced) => Price;
}

/** The prices of `PRICED_REGION`, as they are in this project. */
export const PRICE_BOOK: PriceBook = {
  region: PRICED_REGION,
  prices: PRICES,
  onDemand: onDemandPrice,
  spot: spotPrice,
};

/** Prices that take the place of the book's. */
export interface PriceChanges {
  readonly region: string;
  readonly prices: { readonly [id in PriceId]?: Price };
  /** By instance type. */
  readonly instances: { readonly [type: string]: { readonly onDemand?: Price; readonly spot?: Price } };
}

/** A book with some of its prices changed. Where only the On-Demand price of a type is, Spot keeps its share of it. */
export function changedPrices(book: PriceBook, { region, prices, instances }: PriceChanges): PriceBook {
  const own = (type: Priced) => (Object.hasOwn(instances, type.name) ? instances[type.name] : undefined);
  const onDemand = (type: Priced) => own(type)?.onDemand ?? book.onDemand(type);
  return {
    region,
    prices: { ...book.prices, ...prices },
    onDemand,
    spot: (type) => {
      const { onDemand: changed, spot } = own(type) ?? {};
      if (spot !== undefined || changed === undefined) return spot ?? book.spot(type);
      return { ...changed, amount: (changed.amount * book.spot(type).amount) / book.onDemand(type).amount };
    },
  };
}

/** Days after which a price is to be looked up again. */
export const PRICE_AGE_DAYS = 180;

/** Whether a price is older than `PRICE_AGE_DAYS`, by the last day that its date may mean. */
export function isOld({ date }: Price, today: string): boolean {
  return (Date.parse(today) - lastDay(date)) / MS_A_DAY > PRICE_AGE_DAYS;
}

/** Whether nobody has said where it was read. */
export const isUnconfirmed = ({ source }: Price): boolean => source === UNCONFIRMED;

const MS_A_DAY = 86_400_000;

/** Of `"2026"`, `"2026-06"` or `"2026-06-13"`. */
function lastDay(date: string): number {
  const [year, month = 12, day] = date.split("-").map(Number);
  return day === undefined ? Date.UTC(year ?? Number.NaN, month, 0) : Date.parse(date);
}
