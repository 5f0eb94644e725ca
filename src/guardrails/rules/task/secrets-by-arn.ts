import { comesFromOutside } from "../../../plan/outside";
import type { Plan } from "../../../plan/plan";
import { entry, type MaybeValue, Unknown } from "../../../plan/value";
import type { Expectation } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, secretsOf } from "../../vocabulary/containers";

const SOURCES = ["aws_ssm_parameter", "aws_secretsmanager_secret", "aws_secretsmanager_secret_version"];
const ARN = /^arn:[^:]+:(ssm:[^:]+:\d{12}:parameter\/.+|secretsmanager:[^:]+:\d{12}:secret:.+)$/;

export const secretsByArn: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition }, what) =>
    secretsOf(definition).map((secret) =>
      judgeValue(
        taskDefinition.address,
        `valueFrom of ${String(entry(secret, "name"))} in ${what}`,
        entry(secret, "valueFrom"),
        arnOfASecret(plan),
      ),
    ),
  );

const arnOfASecret = (plan: Plan): Expectation => ({
  wanted: "the ARN of an SSM parameter or a Secrets Manager secret",
  holds(value: MaybeValue) {
    if (!(value instanceof Unknown)) return ARN.test(String(value));
    if (comesFromOutside(plan, value)) return "undecided";
    return (
      plan.referenced(value, ...SOURCES).length > 0 &&
      value.references.every(({ attribute }) => attribute === "arn" || attribute === "id")
    );
  },
});
