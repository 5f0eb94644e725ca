import type { PriceBook } from "../../catalogue/price-book";
import { editedPlan } from "../../plan/edited";
import type { ValueRecord } from "../../plan/value";
import { servicesOf } from "../../stress/facts/services";
import { COST_ASSUMPTIONS } from "../assumptions";
import { type Lever, withPlans } from "../setting";

const { savingsPlanShare } = COST_ASSUMPTIONS;

export const savingsPlan: Lever = {
  id: "savings-plan",
  title: "A Compute Savings Plan of one year for the On-Demand instances, nothing paid upfront",
  besides: "The commitment is paid whatever runs.",
  apply: ({ plans, book, isCommitted }) =>
    isCommitted ? undefined : { plans, isCommitted: true, book: committed(book) },
};

/** Spot has no part in a Savings Plan. */
function committed(book: PriceBook): PriceBook {
  const onDemand = (type: Parameters<PriceBook["onDemand"]>[0]) => {
    const price = book.onDemand(type);
    return { ...price, amount: price.amount * savingsPlanShare.value };
  };
  return { ...book, onDemand };
}

/** What a group is for; nothing else of the plan's needs it. */
const CAPACITY = ["aws_autoscaling_group", "aws_ecs_capacity_provider", "aws_ecs_cluster_capacity_providers"];

export const fargate: Lever = {
  id: "fargate",
  title: "Every service on Fargate: worth it for few tasks that are always there",
  besides: "Tasks are in awsvpc mode and of one of Fargate's sizes; nothing of the suite's model of instances applies.",
  // The suite can't say that a claim is kept where no instance is.
  step: () => undefined,
  apply: (setting) =>
    withPlans(setting, (plan) => {
      const moved = new Set(servicesOf(plan).map(({ fact }) => fact.service));
      if (moved.size === 0) return undefined;
      return editedPlan(plan, (resource) => {
        if (CAPACITY.includes(resource.type)) return undefined;
        if (!moved.has(resource)) return resource.values;
        const { capacity_provider_strategy: _, ...values } = resource.values;
        return { ...values, launch_type: "FARGATE" } satisfies ValueRecord;
      });
    }),
};
