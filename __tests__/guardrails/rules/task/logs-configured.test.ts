import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.logConfiguration";

testRule("task/logs-configured", {
  fails: {
    "there is no configuration": { at: TASK, edit: (json) => json.unset(TASK, PATH) },
    "they stay on the instance": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions.0.logConfiguration.logDriver", "json-file"),
    },
    "there is no log group": {
      at: TASK,
      edit: (json) => json.unset(TASK, "container_definitions.0.logConfiguration.options.awslogs-group"),
    },
    "the log group is gone": { at: TASK, edit: (json) => json.remove("aws_cloudwatch_log_group.web") },
  },
  passes: {
    "another driver sends them": (json) => json.set(TASK, PATH, { logDriver: "awsfirelens" }),
  },
});
