import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const POLICY = "aws_iam_role_policy.web_execution";

testRule("task/image-and-log-permitted", {
  fails: {
    "it may not write the log": { at: TASK, edit: (json) => json.unset(POLICY, "policy.Statement.0") },
    "it may write another log": {
      at: TASK,
      edit: (json) => json.set(POLICY, "policy.Statement.0.Resource", "${aws_cloudwatch_log_group.api.arn}:*"),
    },
    "it may not pull the image": { at: TASK, edit: (json) => json.unset(POLICY, "policy.Statement.1") },
    "it may not log in to the registry": { at: TASK, edit: (json) => json.unset(POLICY, "policy.Statement.2") },
    "the policy is gone": { at: TASK, edit: (json) => json.remove(POLICY) },
  },
  undecided: {
    "the policy is known only at apply": {
      at: TASK,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
  },
  passes: {
    "the image is somebody else's": (json) => {
      json.set(TASK, "container_definitions.0.image", "public.example.com/web:1");
      json.unset(POLICY, "policy.Statement.1");
    },
    "the log's ARN is text": (json) =>
      json.set(POLICY, "policy.Statement.0.Resource", "arn:aws:logs:us-east-1:000000000000:log-group:/production/*"),
  },
});
