import { testRule } from "../../../support/rule-test";

testRule("detection/memory-reserved-alarm", {
  fails: {
    "it can never be so much": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_memory_reserved", "threshold", 100);
        json.set(
          "aws_cloudwatch_metric_alarm.detection_memory_reserved",
          "alarm_description",
          "It rings: docs/runbooks.md#it",
        );
      },
    },
  },
});
