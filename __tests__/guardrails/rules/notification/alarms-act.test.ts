import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const alarm =
  (body: { [attribute: string]: string | string[] | boolean }, type = "aws_cloudwatch_metric_alarm") =>
  (json: TerraformJson) =>
    json.add(`${type}.own`, { alarm_name: "own", ...body }, "aws_vpc.network");

testRule("notification/alarms-act", {
  fails: {
    "it has no actions": { at: "aws_cloudwatch_metric_alarm.own", edit: alarm({}) },
    "its actions are off": {
      at: "aws_cloudwatch_metric_alarm.own",
      edit: alarm({ alarm_actions: ["arn:aws:sns:us-east-1:000000000000:own"], actions_enabled: false }),
    },
    "a composite one has none": {
      at: "aws_cloudwatch_composite_alarm.own",
      edit: alarm({ alarm_rule: "TRUE" }, "aws_cloudwatch_composite_alarm"),
    },
    "the rule that looked at it went": {
      at: "aws_cloudwatch_metric_alarm.spot_fallback_tasks_waiting",
      edit: (json) => json.remove("aws_cloudwatch_event_rule.spot_fallback_tasks_waiting"),
    },
  },
  undecided: {
    "a variable says which": {
      at: "aws_cloudwatch_metric_alarm.own",
      edit: alarm({ alarm_actions: "${var.actions}" }),
    },
  },
  passes: {
    "it mails": alarm({ alarm_actions: ["${aws_sns_topic.notifications.arn}"] }),
    "a composite alarm looks at it": (json) => {
      alarm({})(json);
      const rule = 'ALARM("${aws_cloudwatch_metric_alarm.own.alarm_name}")';
      const actions = ["${aws_sns_topic.notifications.arn}"];
      alarm({ alarm_rule: rule, alarm_actions: actions }, "aws_cloudwatch_composite_alarm")(json);
    },
    "by its name": (json) => {
      alarm({})(json);
      const actions = ["${aws_sns_topic.notifications.arn}"];
      alarm(
        { alarm_rule: 'ALARM(own) OR ALARM("other")', alarm_actions: actions },
        "aws_cloudwatch_composite_alarm",
      )(json);
    },
    "a rule of events does": (json) => {
      alarm({})(json);
      const pattern = { source: ["aws.cloudwatch"], resources: ["${aws_cloudwatch_metric_alarm.own.arn}"] };
      json.add("aws_cloudwatch_event_rule.own", { event_pattern: JSON.stringify(pattern) }, "aws_vpc.network");
    },
    "a rule of events does, by its ARN": (json) => {
      alarm({})(json);
      const pattern = { resources: ["arn:aws:cloudwatch:us-east-1:000000000000:alarm:own"] };
      json.add("aws_cloudwatch_event_rule.own", { event_pattern: JSON.stringify(pattern) }, "aws_vpc.network");
    },
  },
});
