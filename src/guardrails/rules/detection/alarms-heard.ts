import { isEnabled, patternOf } from "../../../cloudwatch/event-rules";
import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { heard } from "../../vocabulary/composite-alarms";

export const alarmsHeard: Check = (plan) => {
  // What rolls a deployment back, or starts an automation by the event of its change, acts, whoever else hears it.
  const deployments = plan.resources("aws_ecs_service").map((service) => service.get("alarms.alarm_names"));
  const rules = plan.resources("aws_cloudwatch_event_rule").filter(isEnabled);
  const acting = new Set(
    [...deployments, ...rules.map((rule) => patternOf(rule))].flatMap((value) => plan.referenced(value)),
  );
  return [...heard(plan)].map(([alarm, isHeard]) => {
    if (isHeard === true || acting.has(alarm)) return passed(alarm.address);
    return isHeard === "undecided"
      ? undecided(alarm.address, "the rule of a composite alarm is known only at apply")
      : failed(alarm.address, "it acts on nothing, and no composite alarm that does rings when it alone does");
  });
};
