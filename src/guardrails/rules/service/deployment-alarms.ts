import { each, equals, namesOneOf } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { rollingServices } from "../../services";

const ALARMS = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"];

export const deploymentAlarms: Check = (plan) =>
  rollingServices(plan).map(({ service }) =>
    allOf(service.address, [
      judgeAttribute(service, "alarms.enable", equals(true), false),
      judgeAttribute(service, "alarms.rollback", equals(true), false),
      judgeAttribute(service, "alarms.alarm_names", each(namesOneOf(plan, ...ALARMS))),
    ]),
  );
