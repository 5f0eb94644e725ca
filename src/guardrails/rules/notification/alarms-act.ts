import type { Plan, Resource } from "../../../plan/plan";
import { listOf, type MaybeValue } from "../../../plan/value";
import { comesFromOutside, equals } from "../../expectation";
import { judge, judgeAttribute, openIf, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";

const ALARMS = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"];
/** What looks at alarms and acts for them: other alarms, rules, deployments, refreshes, experiments. */
const WATCHERS: readonly (readonly [type: string, path: string])[] = [
  ["aws_autoscaling_group", "instance_refresh.preferences.alarm_specification.alarms"],
  ["aws_cloudwatch_composite_alarm", "actions_suppressor.alarm"],
  ["aws_cloudwatch_composite_alarm", "alarm_rule"],
  ["aws_cloudwatch_event_rule", "event_pattern"],
  ["aws_ecs_service", "alarms.alarm_names"],
  ["aws_fis_experiment_template", "stop_condition.value"],
];

export const alarmsAct: Check = (plan) => {
  const named = WATCHERS.flatMap(([type, path]) =>
    plan.resources(type).flatMap((watcher) => namesIn(watcher.get(path))),
  );
  const watched = new Set(named.flatMap((name) => plan.referenced(name, ...ALARMS)));
  const isOpen = named.some((name) => comesFromOutside(plan, name));
  return plan.resources(...ALARMS).map((alarm) => openIf(isOpen, judgeAlarm(plan, alarm, watched.has(alarm))));
};

function judgeAlarm(plan: Plan, alarm: Resource, isWatched: boolean): Judgement {
  const enabled = judgeAttribute(alarm, "actions_enabled", equals(true), true);
  if (enabled.verdict !== "passed") return enabled;
  const actions = alarm.get("alarm_actions");
  if (isWatched) return passed(alarm.address);
  if (comesFromOutside(plan, actions)) return undecided(alarm.address, "its alarm_actions are known only at apply");
  return judge(alarm.address, listOf(actions).length > 0, "it has no alarm_actions, and nothing looks at it");
}

/** The alarms of a list, those in a composite alarm's rule (`ALARM("web") OR ALARM(api)`), or in a pattern of events. */
function namesIn(value: MaybeValue): readonly MaybeValue[] {
  return listOf(value).flatMap((one): readonly MaybeValue[] =>
    typeof one === "string" ? [one, ...[...one.matchAll(NAME)].map(([, name]) => name)] : [one],
  );
}

const NAME = /(?:\(\s*"?|:alarm:)([^")]+)"?/g;
