import type { PriceBook } from "../../catalogue/price-book";
import { HOURS_A_MONTH, type Price } from "../../catalogue/prices";
import { capacityGroups } from "../../plan/facts/capacity";
import { oncePerPlan } from "../../plan/once";
import type { Plan } from "../../plan/plan";
import { type Group, groupsOf } from "../../stress/facts/capacity";
import { isTrue } from "../../stress/facts/values";
import { onDemandInstances } from "../../stress/model/deployment-rules";
import { COST_ASSUMPTIONS } from "../assumptions";
import type { Draft } from "../line";

/** A group that is paid for: one with an instance type whose price is known. */
export interface PaidGroup {
  readonly group: Group;
  /** Whether `monitoring` of its launch template is on. */
  readonly isMonitored: boolean;
  /** Whether Auto Scaling takes the cheapest type On-Demand, not the first. */
  readonly isCheapestFirst: boolean;
}

/** Instances of a group. */
export interface Instances {
  readonly onDemand: number;
  readonly spot: number;
}

/** The plan's groups that are paid for. */
export const paidGroups = oncePerPlan((plan): readonly PaidGroup[] => {
  const facts = capacityGroups(plan);
  return groupsOf(plan)
    .filter(({ types }) => types.length > 0)
    .map((group) => {
      const fact = facts.find((each) => each.group.address === group.address);
      const distribution = "mixed_instances_policy.instances_distribution.on_demand_allocation_strategy";
      return {
        group,
        isMonitored: isTrue(fact?.launchTemplate?.get("monitoring.enabled") ?? false),
        isCheapestFirst: fact?.group.get(distribution) === "lowest-price",
      };
    });
});

/** As few instances as a group may have. */
export function fewestInstances({ min, onDemandBase, onDemandPercentageAboveBase }: Group): Instances {
  const onDemand = onDemandInstances(min, onDemandBase, onDemandPercentageAboveBase);
  return { onDemand, spot: min - onDemand };
}

/** What a group's instances cost in a month of so many, with their volumes and metrics. */
export function instanceDrafts(paid: PaidGroup, { onDemand, spot }: Instances, book: PriceBook): readonly Draft[] {
  const { group, isMonitored } = paid;
  const count = onDemand + spot;
  return [
    {
      kind: "On-Demand instances",
      of: `${numberOf(onDemand)} in ${group.name}`,
      quantity: onDemand * HOURS_A_MONTH,
      price: onDemandPriceOf(paid, book),
    },
    {
      kind: "Spot instances",
      of: `${numberOf(spot)} in ${group.name}`,
      quantity: spot * HOURS_A_MONTH,
      price: spotPriceOf(group, book),
    },
    { kind: "volumes of instances", of: group.name, quantity: count * group.volumeGiB, price: book.prices.gp3Volume },
    ...(isMonitored
      ? [
          {
            kind: "detailed monitoring of instances",
            of: group.name,
            quantity: count * COST_ASSUMPTIONS.detailedMetrics.value,
            price: book.prices.customMetric,
          },
        ]
      : []),
  ];
}

/** The type that Auto Scaling launches On-Demand. */
function onDemandPriceOf({ group, isCheapestFirst }: PaidGroup, book: PriceBook): Price {
  const prices = group.types.map(book.onDemand);
  return prices.reduce((chosen, price) => (isCheapestFirst && price.amount < chosen.amount ? price : chosen));
}

/** Which type of Spot it will be is the market's choice: the mean of all. */
function spotPriceOf({ types }: Group, book: PriceBook): Price {
  const prices = types.map(book.spot);
  const oldest = prices.reduce((older, price) => (price.date < older.date ? price : older));
  return { ...oldest, amount: prices.reduce((sum, { amount }) => sum + amount, 0) / prices.length };
}

const numberOf = (count: number) => String(Number(count.toFixed(1)));

const namesOf = (types: readonly unknown[]) => types.map((type) => (typeof type === "string" ? type : "?")).join(", ");

/** Why a group has no line; none: each has. */
export function unpaidGroups(plan: Plan): readonly { readonly address: string; readonly reason: string }[] {
  const paid = new Set(paidGroups(plan).map(({ group }) => group.address));
  return capacityGroups(plan)
    .filter(({ group }) => !paid.has(group.address))
    .map(({ group, instanceTypes }) => ({
      address: group.address,
      reason: `no price of its instance types is known: ${namesOf(instanceTypes)}`,
    }));
}
