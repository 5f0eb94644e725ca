import type { PriceBook } from "../catalogue/price-book";
import { HOURS_A_MONTH } from "../catalogue/prices";
import { natGateways } from "../plan/facts/network";
import type { Plan } from "../plan/plan";
import { COST_ASSUMPTIONS } from "./assumptions";
import { type Draft, type KindOfLine, lineOf, rounded, totalOf } from "./line";
import { fargateDrafts } from "./lines/fargate";
import { fewestInstances, instanceDrafts, paidGroups } from "./lines/instances";
import { logDrafts } from "./lines/logs";
import { metricDrafts } from "./lines/metrics";
import { readSecretDrafts, standingDrafts } from "./lines/standing";
import { automationDrafts, stateDrafts } from "./lines/state";

/** What a silent night costs: as few instances and tasks as there may be, and nobody asks for anything. */
export interface Floor {
  /** `perMonth` over 730 hours, to a hundredth of a cent. */
  readonly perHour: number;
  /** Twelve such hours. */
  readonly per12Hours: number;
  /** USD: exactly the sum of the lines. */
  readonly perMonth: number;
  readonly lines: readonly KindOfLine[];
}

const NIGHT_HOURS = 12;

/** The floor of the plans of one environment, together. */
export function floorOf(plans: readonly Plan[], book: PriceBook): Floor {
  return floor(draftsOf(plans, book).map(lineOf));
}

/** All that a floor is made of. */
export function draftsOf(plans: readonly Plan[], book: PriceBook): readonly Draft[] {
  const each = (drafts: (plan: Plan, book: PriceBook) => readonly Draft[]) =>
    plans.flatMap((plan) => drafts(plan, book));
  return [
    ...each(fewestDrafts),
    ...each(fargateDrafts),
    ...standingDrafts(plans, book),
    ...readSecretDrafts(plans, book),
    ...each(metricDrafts),
    ...each(logDrafts),
    ...each(agentDrafts),
    ...each(automationDrafts),
    ...each(stateDrafts),
  ];
}

function floor(lines: readonly KindOfLine[]): Floor {
  const perMonth = totalOf(lines);
  return {
    perHour: rounded(perMonth / HOURS_A_MONTH, 4),
    per12Hours: rounded((perMonth * NIGHT_HOURS) / HOURS_A_MONTH, 4),
    perMonth,
    lines,
  };
}

function fewestDrafts(plan: Plan, book: PriceBook): readonly Draft[] {
  return paidGroups(plan).flatMap((paid) => instanceDrafts(paid, fewestInstances(paid.group), book));
}

/** What agents send and fetch, by way of the NAT gateways where there are any. */
function agentDrafts(plan: Plan, { prices }: PriceBook): readonly Draft[] {
  if (natGateways(plan).length === 0) return [];
  const instances = paidGroups(plan).reduce((sum, { group }) => sum + group.min, 0);
  const quantity = instances * HOURS_A_MONTH * COST_ASSUMPTIONS.agentGB.value;
  return instances === 0 ? [] : [{ kind: "agents' data through NAT gateways", quantity, price: prices.natGatewayData }];
}
