import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const POLICY = "aws_iam_role_policy.web_execution";
const PATH = "container_definitions.0.secrets.1.valueFrom";

testRule("task/secrets-readable", {
  fails: {
    "it may read no parameter": { at: TASK, edit: (json) => json.unset(POLICY, "policy.Statement.3") },
    "it may read no secret": { at: TASK, edit: (json) => json.unset(POLICY, "policy.Statement.4") },
    "it may read another secret": {
      at: TASK,
      edit: (json) =>
        json.set(
          POLICY,
          "policy.Statement.4.Resource",
          "arn:aws:secretsmanager:us-east-1:000000000000:secret:other-AbCdEf",
        ),
    },
    "it is denied instead of allowed": {
      at: TASK,
      edit: (json) => json.set(POLICY, "policy.Statement.4.Effect", "Deny"),
    },
    "the policy is gone": { at: TASK, edit: (json) => json.remove(POLICY) },
    "the execution role is another task's": {
      at: TASK,
      edit: (json) => json.set(TASK, "execution_role_arn", "${aws_iam_role.api_execution.arn}"),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: TASK,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
    "the secret is known only at apply": { at: TASK, edit: (json) => json.set(TASK, PATH, "${var.from_outside}") },
    "a policy of AWS's may allow it": {
      at: TASK,
      edit: (json) => {
        json.remove(POLICY);
        json.add(
          "aws_iam_role_policy_attachment.web",
          { role: "${aws_iam_role.web_execution.name}", policy_arn: "arn:aws:iam::aws:policy/Custom" },
          TASK,
        );
      },
    },
  },
  passes: {
    "the secret's suffix is left open": (json) =>
      json.set(
        POLICY,
        "policy.Statement.4.Resource",
        "arn:aws:secretsmanager:us-east-1:000000000000:secret:production/web/session-key-??????",
      ),
    "one key of the secret is read": (json) =>
      json.set(
        TASK,
        PATH,
        "arn:aws:secretsmanager:us-east-1:000000000000:secret:production/web/session-key-AbCdEf:key::",
      ),
    "the secret is a resource of the plan": (json) => {
      json.add("aws_secretsmanager_secret.key", { name: "key" }, TASK);
      json.set(TASK, PATH, "${aws_secretsmanager_secret.key.arn}");
      json.set(POLICY, "policy.Statement.4.Resource", "${aws_secretsmanager_secret.key.arn}");
    },
  },
});
