import { judge } from "../../judge";
import type { Check } from "../../rule";
import { rulesThatStart, spotFallbacks } from "../../vocabulary/spot-fallbacks";

export const fallbackCheckedDaily: Check = (plan) =>
  spotFallbacks(plan).map(({ machine }) => {
    const scheduled =
      rulesThatStart(plan, machine).some((rule) => rule.get("schedule_expression") !== undefined) ||
      plan
        .resources("aws_scheduler_schedule")
        .some((schedule) => plan.referenced(schedule.get("target.arn"), "aws_sfn_state_machine").includes(machine));
    return judge(machine.address, scheduled, "nothing starts it on a schedule");
  });
