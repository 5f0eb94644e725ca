import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/roles-apart", {
  fails: {
    "both are the same": {
      at: TASK,
      edit: (json) => json.set(TASK, "task_role_arn", "${aws_iam_role.web_execution.arn}"),
    },
    "it takes another task's": {
      at: TASK,
      edit: (json) => json.set(TASK, "task_role_arn", "${aws_iam_role.api_task.arn}"),
    },
    "it takes another agent's": {
      at: TASK,
      edit: (json) => json.set(TASK, "task_role_arn", "${aws_iam_role.api_execution.arn}"),
    },
    "it takes the instances'": {
      at: TASK,
      edit: (json) => json.set(TASK, "task_role_arn", "${aws_iam_role.instance.arn}"),
    },
    "there is no task role": { at: TASK, edit: (json) => json.unset(TASK, "task_role_arn") },
    "there is no execution role": { at: TASK, edit: (json) => json.unset(TASK, "execution_role_arn") },
    "the task role is gone": { at: TASK, edit: (json) => json.remove("aws_iam_role.web_task") },
  },
  undecided: {
    "a variable says the task role": { at: TASK, edit: (json) => json.set(TASK, "task_role_arn", "${var.role}") },
  },
});
