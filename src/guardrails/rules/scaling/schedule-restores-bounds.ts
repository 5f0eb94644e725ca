import { type ServiceFact, services } from "../../../plan/facts/services";
import type { Resource } from "../../../plan/plan";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

const BOUNDS = ["min_capacity", "max_capacity"] as const;

export const scheduleRestoresBounds: Check = (plan) =>
  services(plan)
    .filter(({ scheduledActions }) => scheduledActions.length > 0)
    .filter((fact) => fact.scalingTargets.some((target) => isRaised(fact, target)))
    .flatMap((fact) =>
      fact.scalingTargets.map((target) => unlessOpen(plan, judgeBounds(fact, target), ...valuesOf(fact))),
    );

const valuesOf = ({ scheduledActions }: ServiceFact) =>
  scheduledActions.map((action) => action.get("scalable_target_action"));

function judgeBounds({ scheduledActions }: ServiceFact, target: Resource) {
  const set = (action: Resource, bound: string) =>
    Number(action.get(`scalable_target_action.${bound}`) ?? target.get(bound));
  const usual = Object.fromEntries(BOUNDS.map((bound) => [bound, Number(target.get(bound))]));
  const isBack = scheduledActions.some((action) => BOUNDS.every((bound) => set(action, bound) === usual[bound]));
  const isMore = scheduledActions.some((action) => set(action, "max_capacity") !== usual.max_capacity);
  const found = isBack
    ? "a scheduled action sets another max_capacity"
    : "no scheduled action sets its bounds as they are";
  return judge(target.address, isBack && !isMore, found);
}

/** Where none is, `scaling/schedule-comes-back` says so. */
const isRaised = ({ scheduledActions }: ServiceFact, target: Resource) =>
  BOUNDS.every((bound) =>
    scheduledActions.some(
      (action) =>
        Number(action.get(`scalable_target_action.${bound}`) ?? target.get(bound)) >= Number(target.get(bound)),
    ),
  );
