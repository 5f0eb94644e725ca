import { patternOf } from "../../cloudwatch/event-rules";
import { editedPlan, setAt } from "../../plan/edited";
import type { Plan, Resource } from "../../plan/plan";
import { isRecord, listOf, type Value } from "../../plan/value";
import { known } from "../../stress/facts/values";
import { type Lever, withPlans } from "../setting";

const INSIGHTS = "ECS/ContainerInsights";
const ALARMS = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"];
const SHORT_RETENTION_DAYS = 30;

export const logRetention: Lever = {
  id: "log-retention",
  title: `Logs are kept for ${SHORT_RETENTION_DAYS} days`,
  apply: (setting) =>
    withPlans(setting, (plan) => {
      const long = plan.resources("aws_cloudwatch_log_group").filter((group) => {
        const days = known(group.get("retention_in_days"), 0);
        return days === 0 || days > SHORT_RETENTION_DAYS;
      });
      if (long.length === 0) return undefined;
      return editedPlan(plan, (resource) =>
        long.includes(resource) ? { ...resource.values, retention_in_days: SHORT_RETENTION_DAYS } : resource.values,
      );
    }),
};

export const noContainerInsights: Lever = {
  id: "no-container-insights",
  title: "No Container Insights, nor the alarms that read it",
  apply: (setting) =>
    withPlans(setting, (plan) => {
      if (!plan.resources("aws_ecs_cluster").some(hasInsights)) return undefined;
      return editedPlan(plan, (resource) => {
        if (resource.type === "aws_ecs_cluster") return setAt(resource.values, "setting", withoutInsights(resource));
        return ALARMS.includes(resource.type) && readsInsights(resource) ? undefined : resource.values;
      });
    }),
};

const hasInsights = (cluster: Resource) =>
  cluster.blocks("setting").some((s) => s.get("name") === "containerInsights" && s.get("value") !== "disabled");

const withoutInsights = (cluster: Resource): Value =>
  listOf(cluster.get("setting")).map((setting) =>
    isRecord(setting) && setting.name === "containerInsights" ? { ...setting, value: "disabled" } : setting,
  );

const readsInsights = (alarm: Resource) =>
  alarm.get("namespace") === INSIGHTS ||
  alarm.blocks("metric_query").some((query) => query.get("metric.namespace") === INSIGHTS);

export const fewerAlarms: Lever = {
  id: "fewer-alarms",
  title: "No alarms but those that roll a deployment back or start a state machine: nobody is told",
  apply: (setting) =>
    withPlans(setting, (plan) => {
      const acting = actingAlarms(plan);
      const alarms = plan.resources(...ALARMS);
      if (alarms.every((alarm) => acting.has(alarm))) return undefined;
      return editedPlan(plan, (resource) =>
        alarms.includes(resource) && !acting.has(resource) ? undefined : resource.values,
      );
    }),
};

/** Alarms that deployments or event rules go by, with those that such a composite alarm is made of. */
function actingAlarms(plan: Plan): ReadonlySet<Resource> {
  const values = [
    ...plan.resources("aws_ecs_service").map((service) => service.get("alarms.alarm_names")),
    ...plan.resources("aws_cloudwatch_event_rule").map((rule) => patternOf(rule)),
  ];
  const direct = values.flatMap((value) => plan.referenced(value, ...ALARMS));
  const parts = direct.flatMap((alarm) => plan.referenced(alarm.get("alarm_rule"), ...ALARMS));
  return new Set([...direct, ...parts]);
}
