import type { ServiceFact } from "../../../plan/facts/services";
import type { Plan, Resource } from "../../../plan/plan";
import { isRecord, Unknown } from "../../../plan/value";
import { each, equals, namesOneOf } from "../../expectation";
import { allOf, failed, judgeAttribute, passed } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { rollingServices } from "../../vocabulary/services";

const METRIC_ALARM = "aws_cloudwatch_metric_alarm";
const ALARMS = [METRIC_ALARM, "aws_cloudwatch_composite_alarm"];
/** Metrics of which more is worse. */
const ILL = /5XX|4XX|Error|UnHealthy|ResponseTime|Utilization/;

export const deploymentAlarms: Check = (plan) =>
  rollingServices(plan).map((fact) => {
    const { service } = fact;
    const names = service.get("alarms.alarm_names");
    return allOf(service.address, [
      judgeAttribute(service, "alarms.enable", equals(true), false),
      judgeAttribute(service, "alarms.rollback", equals(true), false),
      judgeAttribute(service, "alarms.alarm_names", each(namesOneOf(plan, ...ALARMS))),
      ...plan.referenced(names, METRIC_ALARM).map((alarm) => judgeAlarm(plan, fact, alarm)),
    ]);
  });

/** An alarm that watches something else, or rings when all is well, stops no bad deployment. */
function judgeAlarm(plan: Plan, { service, targetGroups }: ServiceFact, alarm: Resource): Judgement {
  const { address } = service;
  if (alarm.blocks("metric_query").length > 0 || alarm.get("dimensions") instanceof Unknown) return passed(address);
  const { TargetGroup: group, ServiceName: name } = dimensionsOf(alarm);
  if (Object.keys(dimensionsOf(alarm)).length === 0) {
    return failed(address, `${alarm.address} watches nothing in particular: it has no dimensions`);
  }
  const groups = plan.referenced(group, "aws_lb_target_group");
  const isOthers =
    (groups.length > 0 && !groups.some((one) => targetGroups.includes(one))) ||
    (typeof name === "string" && name !== service.get("name"));
  if (isOthers) return failed(address, `${alarm.address} watches another service`);
  const operator = String(alarm.get("comparison_operator"));
  return ILL.test(String(alarm.get("metric_name"))) && operator.startsWith("Less")
    ? failed(address, `${alarm.address} rings when there are few ${String(alarm.get("metric_name"))}: ${operator}`)
    : passed(address);
}

function dimensionsOf(alarm: Resource) {
  const dimensions = alarm.get("dimensions");
  return isRecord(dimensions) ? dimensions : {};
}
