import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/deployment-alarms", {
  fails: {
    "they are off": { at: SERVICE, edit: (json) => json.set(SERVICE, "alarms.enable", false) },
    "they roll nothing back": { at: SERVICE, edit: (json) => json.set(SERVICE, "alarms.rollback", false) },
    "there are none": { at: SERVICE, edit: (json) => json.unset(SERVICE, "alarms") },
    "the list is empty": { at: SERVICE, edit: (json) => json.set(SERVICE, "alarms.alarm_names", []) },
    "the alarm is gone": { at: SERVICE, edit: (json) => json.remove("aws_cloudwatch_metric_alarm.web_server_errors") },
  },
  undecided: {
    "they are known only at apply": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "alarms.alarm_names", "${var.from_outside}"),
    },
  },
  passes: {
    "one that is there already is named": (json) => json.set(SERVICE, "alarms.alarm_names", ["errors"]),
  },
});
