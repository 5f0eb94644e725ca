import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.logConfiguration.options.mode";

testRule("task/logs-non-blocking", {
  fails: {
    "they block": { at: TASK, edit: (json) => json.set(TASK, PATH, "blocking") },
    "the account decides": { at: TASK, edit: (json) => json.unset(TASK, PATH) },
  },
  passes: {
    "another driver sends them": (json) =>
      json.set(TASK, "container_definitions.0.logConfiguration", { logDriver: "awsfirelens" }),
  },
});
