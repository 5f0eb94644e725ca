import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.web_task";
const INSTANCE_ROLE = "aws_iam_role.instance";
const PATH = "assume_role_policy.Statement.0.Principal.Service";

testRule("identity/trusts-its-service", {
  fails: {
    "it trusts nobody": {
      at: "aws_iam_role.web_task",
      edit: (json) => json.set("aws_iam_role.web_task", "assume_role_policy.Statement", []),
    },
    "another service is trusted": { at: ROLE, edit: (json) => json.set(ROLE, PATH, "lambda.amazonaws.com") },
    "EC2 isn't trusted with the instance's": {
      at: INSTANCE_ROLE,
      edit: (json) => json.set(INSTANCE_ROLE, PATH, "ecs-tasks.amazonaws.com"),
    },
    "it may do something else": {
      at: ROLE,
      edit: (json) => json.set(ROLE, "assume_role_policy.Statement.0.Action", "sts:TagSession"),
    },
    "it is denied": { at: ROLE, edit: (json) => json.set(ROLE, "assume_role_policy.Statement.0.Effect", "Deny") },
    "a task takes the instance's role": {
      at: INSTANCE_ROLE,
      edit: (json) => json.set("aws_ecs_task_definition.web", "task_role_arn", "${aws_iam_role.instance.arn}"),
    },
  },
  undecided: {
    "the trust is known only at apply": {
      at: ROLE,
      edit: (json) => json.set(ROLE, "assume_role_policy", "${var.from_outside}"),
    },
  },
  passes: {
    "several services are trusted": (json) => json.set(ROLE, PATH, ["ecs-tasks.amazonaws.com", "states.amazonaws.com"]),
  },
});
