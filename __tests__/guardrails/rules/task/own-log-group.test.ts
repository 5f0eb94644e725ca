import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.logConfiguration.options.awslogs-group";

testRule("task/own-log-group", {
  fails: {
    "it is that of ECS Exec, and the task may write there": {
      at: TASK,
      edit: (json) => {
        json.set(TASK, PATH, "${aws_cloudwatch_log_group.cluster_exec.name}");
        json.set(
          "aws_iam_role_policy.web_execution",
          "policy.Statement.0.Resource",
          "${aws_cloudwatch_log_group.cluster_exec.arn}:*",
        );
      },
    },
    "it is another task's": { at: TASK, edit: (json) => json.set(TASK, PATH, "${aws_cloudwatch_log_group.api.name}") },
    "it is that of ECS Exec": {
      at: TASK,
      edit: (json) => json.set(TASK, PATH, "${aws_cloudwatch_log_group.cluster_exec.name}"),
    },
  },
  passes: {
    "two containers of a task share one": (json) =>
      json.set(TASK, "container_definitions.0.logConfiguration.options.awslogs-stream-prefix", "other"),
  },
});
