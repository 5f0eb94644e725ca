import { testRule } from "../../../support/rule-test";

testRule("detection/task-start-failure-told", {
  fails: {
    "its rule is off": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_task_failed_to_start", "state", "DISABLED");
      },
    },
    "its rule waits for an event that never comes": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_task_failed_to_start", "event_pattern.detail-type.0", "Nothing");
      },
    },
    "it tells of every task that stops": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => {
        json.unset("aws_cloudwatch_event_rule.detection_task_failed_to_start", "event_pattern.detail.stopCode");
      },
    },
  },
});
