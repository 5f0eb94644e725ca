import { containers } from "../../../plan/facts/containers";
import type { Plan } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { known } from "../../expectation";
import type { Check } from "../../rule";
import { judgeAgentSetting } from "../../vocabulary/agent-settings";
import { valueAt } from "../../vocabulary/containers";

/** Stated: the agent's own default is json-file alone, and only some images set more. */
export const logDriversAvailable: Check = (plan) => {
  const used = driversInUse(plan);
  const all = known(`a list with ${used.join(", ")}`, (value) =>
    used.every((driver) => String(value).includes(`"${driver}"`)),
  );
  return used.length === 0 ? [] : judgeAgentSetting(plan, "ECS_AVAILABLE_LOGGING_DRIVERS", all);
};

function driversInUse(plan: Plan): readonly string[] {
  const drivers = containers(plan).flatMap(({ definition }) =>
    definition instanceof Unknown ? [] : valueAt(definition, "logConfiguration.logDriver"),
  );
  return [...new Set(drivers.filter((driver): driver is string => typeof driver === "string"))];
}
