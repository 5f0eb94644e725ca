import { testRule } from "../../../support/rule-test";

testRule("detection/tasks-waiting-alarm", {
  fails: {
    "a hundred tasks may wait": {
      at: "aws_ecs_service.web",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_web_tasks_waiting", "threshold", 100);
      },
    },
  },
});
