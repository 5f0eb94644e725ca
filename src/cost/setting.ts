import type { PriceBook } from "../catalogue/price-book";
import type { Plan } from "../plan/plan";

/** All that a bill depends on. */
export interface Setting {
  /** By the name of their stack or file. */
  readonly plans: ReadonlyMap<string, Plan>;
  readonly book: PriceBook;
  /** Whether the On-Demand instances have a Savings Plan. @default false */
  readonly isCommitted?: boolean;
}

/** Something that makes a setting cheaper. */
export interface Lever {
  readonly id: string;
  readonly title: string;
  /** What it takes besides, that no bill says. @default - nothing */
  readonly besides?: string;
  /** The setting with it; `undefined`: there is nothing to change. */
  apply(setting: Setting): Setting | undefined;
  /** A part of it, as small as there is: what a search goes by. @default - the whole */
  step?(setting: Setting): Setting | undefined;
}

/** A setting with each of its plans changed; `undefined` where none is. */
export function withPlans(setting: Setting, change: (plan: Plan) => Plan | undefined): Setting | undefined {
  const changed = [...setting.plans].map(([name, plan]) => [name, plan, change(plan)] as const);
  if (changed.every(([, , plan]) => plan === undefined)) return undefined;
  return { ...setting, plans: new Map(changed.map(([name, before, plan]) => [name, plan ?? before])) };
}
