import { testRule } from "../../../support/rule-test";

testRule("detection/metrics-published", {
  fails: {
    "a dimension is left out": {
      at: "aws_cloudwatch_metric_alarm.detection_web_tasks_waiting",
      edit: (json) => {
        json.unset("aws_cloudwatch_metric_alarm.detection_web_tasks_waiting", "dimensions.ClusterName");
      },
    },
    "the period is shorter than the metric's own": {
      at: "aws_cloudwatch_metric_alarm.detection_cpu_reserved",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_cpu_reserved", "period", 30);
        json.set(
          "aws_cloudwatch_metric_alarm.detection_cpu_reserved",
          "alarm_description",
          "It rings: docs/runbooks.md#it",
        );
      },
    },
    "the name is a slip": {
      at: "aws_cloudwatch_metric_alarm.detection_cpu_reserved",
      edit: (json) => json.set("aws_cloudwatch_metric_alarm.detection_cpu_reserved", "metric_name", "CPUReservations"),
    },
    "nothing publishes a metric of that name": {
      at: "aws_cloudwatch_metric_alarm.detection_launches_fail",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_launches_fail", "metric_name", "failed-lunches");
      },
    },
  },
  undecided: {
    "whether there is such a metric isn't known here": {
      at: "aws_cloudwatch_metric_alarm.detection_cpu_reserved",
      edit: (json) =>
        json.set("aws_cloudwatch_metric_alarm.detection_cpu_reserved", "metric_name", "EBSFilesystemUtilization"),
    },
  },
});
