import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const POLICY = "aws_iam_role_policy.web_execution";
const PATH = "container_definitions.0.secrets.1.valueFrom";

testRule("task/secrets-not-over-granted", {
  fails: {
    "it may read another one as well": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.3.Resource", [
          "arn:aws:ssm:us-east-1:000000000000:parameter/production/web/database-url",
          "arn:aws:ssm:us-east-1:000000000000:parameter/production/api/database-url",
        ]),
    },
    "it may read a whole path": {
      at: POLICY,
      edit: (json) =>
        json.set(
          POLICY,
          "policy.Statement.3.Resource",
          "arn:aws:ssm:us-east-1:000000000000:parameter/production/web/*",
        ),
    },
    "it may read all": { at: POLICY, edit: (json) => json.set(POLICY, "policy.Statement.4.Resource", "*") },
    "no container has the secret any more": {
      at: POLICY,
      edit: (json) => json.unset(TASK, "container_definitions.0.secrets.1"),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
    "a container's secret is known only at apply": {
      at: POLICY,
      edit: (json) => json.set(TASK, PATH, "${var.from_outside}"),
    },
  },
  passes: {
    "the secret's suffix is left open": (json) =>
      json.set(
        POLICY,
        "policy.Statement.4.Resource",
        "arn:aws:secretsmanager:us-east-1:000000000000:secret:production/web/session-key-??????",
      ),
    "the policy says the same words as the container": (json) => {
      json.set(TASK, PATH, "${var.from_outside}");
      json.set(POLICY, "policy.Statement.4.Resource", "${var.from_outside}");
    },
  },
});
