import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.environment.0";

testRule("task/no-secrets-in-environment", {
  fails: {
    "its name says so": { at: TASK, edit: (json) => json.set(TASK, PATH, { name: "DB_PASSWORD", value: "hunter22" }) },
    "its value is a URL with a password": {
      at: TASK,
      edit: (json) =>
        json.set(TASK, PATH, { name: "DATABASE_URL", value: "postgres://app:hunter22@db.example.com/app" }),
    },
    "its value is a private key": {
      at: TASK,
      edit: (json) => json.set(TASK, PATH, { name: "PEM", value: "-----BEGIN RSA PRIVATE KEY-----" }),
    },
    "a resource's password is passed on": {
      at: TASK,
      edit: (json) => json.set(TASK, PATH, { name: "DB_PASSWORD", value: "${aws_db_instance.db.password}" }),
    },
  },
  passes: {
    "it only sounds like one": (json) => json.set(TASK, PATH, { name: "PASSWORD_MIN_LENGTH", value: "12" }),
    "it says where the secret is": (json) =>
      json.set(TASK, PATH, {
        name: "DB_SECRET",
        value: "arn:aws:secretsmanager:us-east-1:000000000000:secret:db-AbCdEf",
      }),
  },
});
