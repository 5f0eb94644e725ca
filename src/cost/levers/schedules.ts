import { editedPlan, newResource, setAt } from "../../plan/edited";
import { services } from "../../plan/facts/services";
import type { Plan, Resource } from "../../plan/plan";
import type { ValueRecord } from "../../plan/value";
import { known } from "../../stress/facts/values";
import { type Lever, withPlans } from "../setting";

const ACTION = "scalable_target_action";

/** Night and morning, where the plan has no schedule of its own. */
const NIGHT = "cron(0 22 * * ? *)";
const MORNING = "cron(0 6 * * ? *)";

export const scheduledScaling: Lever = {
  id: "scheduled-scaling",
  title: "At night no more tasks than there must be, by schedule",
  besides: "Whoever comes at night finds no more; scaling can't add any.",
  apply: (setting) => withPlans(setting, withNights),
};

function withNights(plan: Plan): Plan | undefined {
  const changes = new Map<Resource, ValueRecord>();
  const added: Resource[] = [];
  for (const { scalingTargets, scheduledActions } of services(plan)) {
    const [target] = scalingTargets;
    if (target === undefined) continue;
    if (scheduledActions.length === 0) added.push(...nightOf(target));
    for (const action of scheduledActions) {
      const [min, max] = ["min_capacity", "max_capacity"].map((bound) => known(action.get(`${ACTION}.${bound}`), -1));
      const isNight = min !== undefined && min >= 0 && min < known(target.get("min_capacity"), 0);
      if (isNight && max !== min) changes.set(action, setAt(action.values, `${ACTION}.max_capacity`, min));
    }
  }
  if (changes.size === 0 && added.length === 0) return undefined;
  const edited = editedPlan(plan, (resource) => changes.get(resource) ?? resource.values);
  return edited.withResources([...edited.resources(), ...added]);
}

/** Two actions on a service that has none: its fewest tasks and no more, and what it had before. */
function nightOf(target: Resource): readonly Resource[] {
  const [min, max] = [known(target.get("min_capacity"), 0), known(target.get("max_capacity"), 0)];
  const { resource_id, scalable_dimension, service_namespace } = target.values;
  const action = (name: string, schedule: string, most: number) =>
    newResource("aws_appautoscaling_scheduled_action", `${target.name}_${name}`, {
      ...{ name, schedule, resource_id: resource_id ?? null },
      ...{ scalable_dimension: scalable_dimension ?? null, service_namespace: service_namespace ?? null },
      [ACTION]: { min_capacity: min, max_capacity: most },
    });
  return [action("night", NIGHT, min), action("morning", MORNING, max)];
}
