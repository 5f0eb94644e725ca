import { matchesEvent } from "../../../cloudwatch/event-patterns";
import { patternOf } from "../../../cloudwatch/event-rules";
import type { Plan, Resource } from "../../../plan/plan";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { rulesThatStart, spotFallbacks } from "../../vocabulary/spot-fallbacks";

export const fallbackWoken: Check = (plan) =>
  spotFallbacks(plan).flatMap(({ machine, groups }) =>
    groups.map((group) => {
      const matches = rulesThatStart(plan, machine).map((rule) => isWoken(plan, rule, group));
      return openIf(
        matches.includes(undefined),
        judge(
          machine.address,
          matches.includes(true),
          `no enabled rule starts it when ${group.address} fails to launch an instance`,
        ),
      );
    }),
  );

function isWoken(plan: Plan, rule: Resource, group: Resource): boolean | undefined {
  if (rule.get("event_pattern") === undefined) return false;
  const pattern = patternOf(rule);
  if (pattern === undefined) return undefined;
  return matchesEvent(plan, pattern, {
    source: "aws.autoscaling",
    "detail-type": "EC2 Instance Launch Unsuccessful",
    detail: { AutoScalingGroupName: group, StatusCode: "Failed" },
  });
}
