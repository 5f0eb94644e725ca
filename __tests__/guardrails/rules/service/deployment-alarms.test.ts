import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const ALARM = "aws_cloudwatch_metric_alarm.web_server_errors";

testRule("service/deployment-alarms", {
  fails: {
    "they are off": { at: SERVICE, edit: (json) => json.set(SERVICE, "alarms.enable", false) },
    "they roll nothing back": { at: SERVICE, edit: (json) => json.set(SERVICE, "alarms.rollback", false) },
    "there are none": { at: SERVICE, edit: (json) => json.unset(SERVICE, "alarms") },
    "the list is empty": { at: SERVICE, edit: (json) => json.set(SERVICE, "alarms.alarm_names", []) },
    "the alarm is another service's": {
      at: SERVICE,
      edit: (json) =>
        json.set(SERVICE, "alarms.alarm_names.0", "${aws_cloudwatch_metric_alarm.api_server_errors.alarm_name}"),
    },
    "the alarm watches another service": {
      at: SERVICE,
      edit: (json) => json.set(ALARM, "dimensions.TargetGroup", "${aws_lb_target_group.api.arn_suffix}"),
    },
    "the alarm watches nothing": { at: SERVICE, edit: (json) => json.unset(ALARM, "dimensions") },
    "the alarm rings when all is well": {
      at: SERVICE,
      edit: (json) => json.set(ALARM, "comparison_operator", "LessThanThreshold"),
    },
    "the alarm is gone": { at: SERVICE, edit: (json) => json.remove(ALARM) },
  },
  undecided: {
    "they are known only at apply": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "alarms.alarm_names", "${var.from_outside}"),
    },
  },
  passes: {
    "the alarm watches ECS's own figures": (json) =>
      json.set(ALARM, "dimensions", { ClusterName: "production", ServiceName: "web" }),
    "one that is there already is named": (json) => json.set(SERVICE, "alarms.alarm_names", ["errors"]),
  },
});
