import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.secrets.0.valueFrom";

testRule("task/secrets-by-arn", {
  fails: {
    "it is an ARN, and permitted, but of something else": {
      at: TASK,
      edit: (json) => {
        json.set(TASK, PATH, "arn:aws:s3:::production/database-url");
        json.set("aws_iam_role_policy.web_execution", "policy.Statement.3.Resource", [
          "arn:aws:s3:::production/database-url",
        ]);
      },
    },
    "it is a bare name": { at: TASK, edit: (json) => json.set(TASK, PATH, "/production/web/database-url") },
    "it isn't set": { at: TASK, edit: (json) => json.unset(TASK, PATH) },
    "it is a resource that is gone": {
      at: TASK,
      edit: (json) => json.set(TASK, PATH, "${aws_ssm_parameter.gone.arn}"),
    },
  },
  undecided: {
    "it is known only at apply": { at: TASK, edit: (json) => json.set(TASK, PATH, "${var.from_outside}") },
  },
  passes: {
    "it is a parameter of the plan": (json) => {
      json.add("aws_ssm_parameter.url", { name: "/production/web/url", type: "SecureString" }, TASK);
      json.set(TASK, PATH, "${aws_ssm_parameter.url.arn}");
    },
  },
});
