import type { PolicyText } from "../../plan/facts/policies";
import type { Plan, Resource } from "../../plan/plan";
import { entry, listOf, type MaybeValue, Unknown, type ValueRecord } from "../../plan/value";
import { describe } from "../expectation";
import { secretsOf, valueAt } from "./containers";
import { allows } from "./grants";
import { textOf } from "./permissions";
import { coversArn } from "./statements";

const PARAMETER = "ssm:GetParameters";
const SECRET = "secretsmanager:GetSecretValue";
/** Actions that read a secret, whoever asks. */
export const READ_ACTIONS = [PARAMETER, "ssm:GetParameter", "ssm:GetParametersByPath", SECRET];

/** Where a container's secrets are: their `valueFrom`, and the credentials of its registry. */
export function sourcesOf(definition: ValueRecord): readonly MaybeValue[] {
  const credentials = valueAt(definition, "repositoryCredentials.credentialsParameter");
  return [...secretsOf(definition).map((secret) => entry(secret, "valueFrom")), ...listOf(credentials)];
}

/** The role that the agent starts the task's containers by. */
export function executionRoleOf(plan: Plan, taskDefinition: Resource): Resource | undefined {
  return plan.referenced(taskDefinition.get("execution_role_arn"), "aws_iam_role")[0];
}

/** Whether a policy of the plan lets the role read that source. */
export function grantsRead(plan: Plan, role: Resource, source: MaybeValue): boolean {
  const action = isOfSecretsManager(plan, source) ? SECRET : PARAMETER;
  return allows(plan, role, action, (resource) => covers(plan, resource, source));
}

/** Whether a policy's resource is that source and no other; the six characters of a secret's suffix may be left open. */
export function isExactly(plan: Plan, resource: PolicyText, source: MaybeValue): boolean {
  return !/[*?]/.test(textOf(resource).replace(/-\?{6}$/, "")) && covers(plan, resource, source);
}

/** Several sources in words. */
export const secretNamesOf = (sources: readonly MaybeValue[]) => sources.map(describe).join(", ");

function covers(plan: Plan, resource: PolicyText, source: MaybeValue): boolean {
  if (typeof source === "string") return coversArn(textOf(resource), withoutKey(source));
  // A data source's, or a variable: the same words mean the same.
  if (source instanceof Unknown && source.template !== undefined && source.template === textOf(resource)) return true;
  const named = plan.referenced(resource).map(({ address }) => address);
  return plan.referenced(source).some(({ address }) => named.includes(address)) || textOf(resource) === "*";
}

/** A secret's ARN without the JSON key, stage and version that may follow. */
const withoutKey = (arn: string) => (arn.includes(":secretsmanager:") ? arn.split(":").slice(0, 7).join(":") : arn);

const isOfSecretsManager = (plan: Plan, source: MaybeValue) =>
  typeof source === "string"
    ? source.includes(":secretsmanager:")
    : plan.referenced(source, "aws_secretsmanager_secret", "aws_secretsmanager_secret_version").length > 0;
