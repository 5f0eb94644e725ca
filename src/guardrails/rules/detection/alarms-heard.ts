import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { heard } from "../../vocabulary/composite-alarms";

export const alarmsHeard: Check = (plan) => {
  // What a deployment is rolled back by acts, whoever else hears it.
  const deployment = new Set(
    plan.resources("aws_ecs_service").flatMap((service) => plan.referenced(service.get("alarms.alarm_names"))),
  );
  return [...heard(plan)].map(([alarm, isHeard]) => {
    if (isHeard === true || deployment.has(alarm)) return passed(alarm.address);
    return isHeard === "undecided"
      ? undecided(alarm.address, "the rule of a composite alarm is known only at apply")
      : failed(alarm.address, "it acts on nothing, and no composite alarm that does rings when it alone does");
  });
};
