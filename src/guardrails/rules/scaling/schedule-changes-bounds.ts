import { type ServiceFact, services } from "../../../plan/facts/services";
import type { Resource } from "../../../plan/plan";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

const BOUNDS = ["min_capacity", "max_capacity"] as const;

/** Actions that recur and are all alike change the bounds once, and never again. */
export const scheduleChangesBounds: Check = (plan) =>
  services(plan)
    .filter(({ scheduledActions }) => scheduledActions.some(recurs))
    .map((fact) => unlessOpen(plan, judgeActions(fact), ...fact.scheduledActions.map(({ values }) => values)));

function judgeActions({ service, scheduledActions }: ServiceFact) {
  const bounds = scheduledActions.map((action) =>
    BOUNDS.map((bound) => String(action.get(`scalable_target_action.${bound}`))).join("–"),
  );
  const different = new Set(bounds);
  return judge(service.address, different.size > 1, `every scheduled action of it sets ${bounds[0]}`);
}

const recurs = (action: Resource) => /^(cron|rate)\(/.test(String(action.get("schedule")));
