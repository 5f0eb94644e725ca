import { testRule } from "../../../support/rule-test";

const SHARE = "aws_cloudwatch_metric_alarm.detection_cpu_reserved";
const DROPS = "aws_cloudwatch_metric_alarm.detection_nat_drops_a";
const REQUESTS = "aws_cloudwatch_metric_alarm.detection_requests_fail";

testRule("detection/descriptions-say-what-rings", {
  fails: {
    "it rings under what it says": { at: SHARE, edit: (json) => json.set(SHARE, "threshold", 89) },
    "it looks for less time than it says": { at: SHARE, edit: (json) => json.set(SHARE, "evaluation_periods", 5) },
    "its periods are shorter": { at: SHARE, edit: (json) => json.set(SHARE, "period", 60) },
    "a metric's periods are shorter": {
      at: REQUESTS,
      edit: (json) => json.set(REQUESTS, "evaluation_periods", 2),
    },
    "it says another time in digits": {
      at: SHARE,
      edit: (json) => json.set(SHARE, "alarm_description", "It is full for 25 minutes."),
    },
  },
  passes: {
    "it says no number": (json) => json.set(SHARE, "alarm_description", "It is full."),
    "it says the number in digits": (json) => json.set(SHARE, "alarm_description", "More than 90 % for 30 minutes."),
    "a variable says when it rings": (json) => json.set(SHARE, "threshold", "${var.threshold}"),
    "a variable says how long": (json) => json.set(SHARE, "evaluation_periods", "${var.periods}"),
    "it has no description": (json) => json.unset(SHARE, "alarm_description"),
    "a share isn't its number": (json) => json.set(DROPS, "alarm_description", "More than one packet in 10,000."),
  },
});
