import type { PriceBook } from "../../catalogue/price-book";
import { HOURS_A_MONTH } from "../../catalogue/prices";
import { lockTables, stateBuckets } from "../../plan/facts/state";
import type { Plan } from "../../plan/plan";
import { isTrue } from "../../stress/facts/values";
import { COST_ASSUMPTIONS } from "../assumptions";
import type { Draft } from "../line";
import { scheduledRuns } from "./automations";

const { lockReads, lockTableGB, stateGB } = COST_ASSUMPTIONS;

/** Terraform's state and its locks. */
export function stateDrafts(plan: Plan, { prices }: PriceBook): readonly Draft[] {
  return [
    ...stateBuckets(plan).map(({ address }) => ({
      kind: "Terraform's state",
      of: address,
      quantity: stateGB.value,
      price: prices.bucketStorage,
    })),
    ...lockTables(plan).flatMap((table) => [
      { kind: "lock table", of: table.address, quantity: lockTableGB.value, price: prices.tableStorage },
      ...(isTrue(table.get("point_in_time_recovery.enabled") ?? false)
        ? [
            {
              kind: "recovery of the lock table",
              of: table.address,
              quantity: lockTableGB.value,
              price: prices.tableRecovery,
            },
          ]
        : []),
    ]),
  ];
}

/** State machines that a schedule starts: their transitions, and the looks that they take at a table. */
export function automationDrafts(plan: Plan, { prices }: PriceBook): readonly Draft[] {
  return scheduledRuns(plan).flatMap(({ machine, runsAnHour, states, scans }) => {
    const runs = runsAnHour * HOURS_A_MONTH;
    return [
      {
        kind: "scheduled runs of state machines",
        of: machine,
        quantity: (runs * states) / 1e6,
        price: prices.stateTransitions,
      },
      ...(scans === 0
        ? []
        : [
            {
              kind: "reads of tables",
              of: machine,
              quantity: (runs * scans * lockReads.value) / 1e6,
              price: prices.tableReads,
            },
          ]),
    ];
  });
}
