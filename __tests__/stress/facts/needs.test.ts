import { readPlan } from "../../../src/plan/read";
import { platformFacts } from "../../../src/stress/model/platform";
import { synthesized } from "../../support/synthesized";

const platform = synthesized("production").get("production-platform");

/** What the agent asks of Secrets Manager and KMS for a container with that secret, in a plan with those resources. */
function needsWith(valueFrom: string, resources: object) {
  const document = JSON.parse(JSON.stringify(platform));
  Object.assign(document.resource, resources);
  const definition = document.resource.aws_ecs_task_definition.web;
  const [container] = JSON.parse(definition.container_definitions);
  definition.container_definitions = JSON.stringify([{ ...container, secrets: [{ name: "KEY", valueFrom }] }]);
  const [service] = platformFacts(readPlan(document)).services.filter(({ name }) => name === "web");
  return (service?.needs ?? []).filter(({ kind }) => ["parameter", "secret", "key"].includes(kind));
}

const policy = (Action: string) =>
  JSON.stringify({ Statement: [{ Effect: "Deny", Principal: "*", Action, Resource: "*" }] });

test("a version of a secret is asked for by the secret's name, with its policy and under its key", () => {
  const needs = needsWith("${aws_secretsmanager_secret_version.session.arn}", {
    aws_secretsmanager_secret: { session: { name: "session", kms_key_id: "${aws_kms_key.secrets.arn}" } },
    aws_secretsmanager_secret_version: { session: { secret_id: "${aws_secretsmanager_secret.session.id}" } },
    aws_secretsmanager_secret_policy: {
      session: {
        secret_arn: "${aws_secretsmanager_secret.session.arn}",
        policy: policy("secretsmanager:PutSecretValue"),
      },
    },
    aws_kms_key: { secrets: { policy: policy("kms:ScheduleKeyDeletion") } },
  });
  expect(needs).toMatchObject([
    {
      ...{ kind: "secret", resource: "${aws_secretsmanager_secret.session.arn}" },
      policy: [{ effect: "Deny", actions: ["secretsmanager:PutSecretValue"] }],
    },
    {
      ...{ kind: "key", resource: "${aws_kms_key.secrets.arn}" },
      policy: [{ effect: "Deny", actions: ["kms:ScheduleKeyDeletion"] }],
    },
  ]);
});

test("what a secret's ARN names in it, a field and a version, is no part of what IAM is asked", () => {
  const arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:session-AbCdEf";
  expect(needsWith(`${arn}:field:AWSCURRENT:`, {})).toMatchObject([{ kind: "secret", resource: arn }]);
});
