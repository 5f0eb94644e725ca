import type { PriceBook } from "../../catalogue/price-book";
import { HOURS_A_MONTH } from "../../catalogue/prices";
import { containers } from "../../plan/facts/containers";
import type { Plan } from "../../plan/plan";
import { entry, isRecord, listOf } from "../../plan/value";
import { standingCosts } from "../../stress/facts/standing-costs";
import type { Draft } from "../line";

/** What costs the same whatever runs: a line for each kind of thing, however many there are. */
export function standingDrafts(plans: readonly Plan[], { prices }: PriceBook): readonly Draft[] {
  const costs = plans.flatMap((plan) => standingCosts(plan, prices));
  const items = [...new Set(costs.map(({ item }) => item))];
  return items.flatMap((item) => {
    const own = costs.filter((cost) => cost.item === item);
    const count = own.reduce((sum, cost) => sum + cost.count, 0);
    const [first] = own;
    if (first === undefined || count === 0) return [];
    const price = prices[first.price];
    return { kind: item, of: String(count), quantity: price.unit === "USD/h" ? count * HOURS_A_MONTH : count, price };
  });
}

/** Secrets that tasks read and the plan doesn't make: each is paid for all the same. */
export function readSecretDrafts(plans: readonly Plan[], { prices }: PriceBook): readonly Draft[] {
  const secrets = new Set(plans.flatMap(secretsRead));
  if (secrets.size === 0) return [];
  return [{ kind: "secrets that tasks read", of: String(secrets.size), quantity: secrets.size, price: prices.secret }];
}

function secretsRead(plan: Plan): readonly string[] {
  const definitions = containers(plan)
    .map(({ definition }) => definition)
    .filter(isRecord);
  const values = definitions
    .flatMap((definition) => listOf(entry(definition, "secrets")))
    .map((secret) => (isRecord(secret) ? entry(secret, "valueFrom") : undefined));
  // arn:aws:secretsmanager:<region>:<account>:secret:<name>; what follows is a part of it, or a version.
  return values.flatMap((value) =>
    typeof value === "string" && value.startsWith("arn:aws:secretsmanager:")
      ? value.split(":").slice(0, 7).join(":")
      : [],
  );
}
