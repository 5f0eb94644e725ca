import { type ContainerFact, containers } from "../../../plan/facts/containers";
import type { PolicyFact, Statement } from "../../../plan/facts/policies";
import type { Plan } from "../../../plan/plan";
import { type MaybeValue, Unknown } from "../../../plan/value";
import { unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { valueAt } from "../../vocabulary/containers";
import { identityPolicies, judgeAllowed, textOf } from "../../vocabulary/permissions";
import { isAbout } from "../../vocabulary/statements";
import { executionRoleOf, isExactly, READ_ACTIONS, sourcesOf } from "../../vocabulary/task-secrets";

/** Judges the policies of execution roles: each secret that one may read is a container's, by its exact ARN. */
export const secretsNotOverGranted: Check = (plan) =>
  identityPolicies(plan).flatMap((fact) => {
    const started = startedBy(plan, fact);
    if (started.length === 0) return [];
    const used = started.flatMap(({ definition }) => (definition instanceof Unknown ? [] : sourcesOf(definition)));
    const judgement = judgeAllowed(fact, (statement) => unused(plan, statement, used));
    return unlessOpen(plan, judgement, ...started.map(secretsAt), ...used);
  });

/** The containers that are started by a role that the policy is on. */
function startedBy(plan: Plan, { roles }: PolicyFact): readonly ContainerFact[] {
  return containers(plan).filter(({ taskDefinition }) => {
    const role = executionRoleOf(plan, taskDefinition);
    return roles.some(({ address }) => address === role?.address);
  });
}

const secretsAt = ({ definition }: ContainerFact): MaybeValue =>
  definition instanceof Unknown ? definition : valueAt(definition, "secrets");

function unused(plan: Plan, statement: Statement, used: readonly MaybeValue[]): readonly string[] {
  if (!READ_ACTIONS.some((action) => isAbout(statement, action))) return [];
  return statement.resources
    .filter((resource) => !used.some((source) => isExactly(plan, resource, source)))
    .map((resource) => `reading ${textOf(resource)}, which no container has as a secret`);
}
