import { testRule } from "../../../support/rule-test";

testRule("detection/tasks-missing-alarm", {
  fails: {
    "one minute is enough, as every deployment has": {
      at: "aws_ecs_service.web",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_web_tasks_missing", "evaluation_periods", 1);
        json.set("aws_cloudwatch_metric_alarm.detection_web_tasks_missing", "datapoints_to_alarm", 1);
      },
    },
    "it subtracts the wrong way round": {
      at: "aws_ecs_service.web",
      edit: (json) => {
        json.set(
          "aws_cloudwatch_metric_alarm.detection_web_tasks_missing",
          "metric_query.0.expression",
          "running - desired",
        );
      },
    },
    "it counts another service's tasks": {
      at: "aws_ecs_service.web",
      edit: (json) => {
        json.set(
          "aws_cloudwatch_metric_alarm.detection_web_tasks_missing",
          "metric_query.2.metric.dimensions.ServiceName",
          "${aws_ecs_service.api.name}",
        );
      },
    },
  },
});
