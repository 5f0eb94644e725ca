import { testRule } from "../../../support/rule-test";

const ALARM = "aws_cloudwatch_metric_alarm.detection_nat_drops_a";

testRule("detection/datapoints-fit", {
  fails: {
    "it asks for more than it looks at": { at: ALARM, edit: (json) => json.set(ALARM, "datapoints_to_alarm", 4) },
    "one of three is enough": { at: ALARM, edit: (json) => json.set(ALARM, "datapoints_to_alarm", 1) },
  },
  undecided: {
    "a variable says it": { at: ALARM, edit: (json) => json.set(ALARM, "datapoints_to_alarm", "${var.points}") },
  },
});
