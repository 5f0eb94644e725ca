import { containers } from "../../../plan/facts/containers";
import type { PolicyFact, Statement } from "../../../plan/facts/policies";
import type { Plan } from "../../../plan/plan";
import { type MaybeValue, Unknown } from "../../../plan/value";
import { comesFromOutside } from "../../expectation";
import { undecided } from "../../judge";
import { identityPolicies, judgeAllowed, textOf } from "../../permissions";
import type { Check } from "../../rule";
import { isAbout } from "../../statements";
import { executionRoleOf, isExactly, READ_ACTIONS, sourcesOf } from "../../task-secrets";

/** Judges the policies of execution roles: each secret that one may read is a container's, by its exact ARN. */
export const secretsNotOverGranted: Check = (plan) =>
  identityPolicies(plan).flatMap((fact) => {
    const used = sourcesByRoles(plan, fact);
    if (used === undefined) return [];
    const judgement = judgeAllowed(fact, (statement) => unused(plan, statement, used));
    return judgement.verdict === "failed" && used.some((source) => comesFromOutside(plan, source))
      ? undecided(judgement.address, `${judgement.detail}; what some containers read is known only at apply`)
      : judgement;
  });

/** What the containers read that are started by a role that the policy is on; `undefined`: no such role starts any. */
function sourcesByRoles(plan: Plan, { roles }: PolicyFact): readonly MaybeValue[] | undefined {
  const own = containers(plan).filter(({ taskDefinition }) => {
    const role = executionRoleOf(plan, taskDefinition);
    return role !== undefined && roles.some(({ address }) => address === role.address);
  });
  return own.length === 0
    ? undefined
    : own.flatMap(({ definition }) => (definition instanceof Unknown ? [] : sourcesOf(definition)));
}

function unused(plan: Plan, statement: Statement, used: readonly MaybeValue[]): readonly string[] {
  if (!READ_ACTIONS.some((action) => isAbout(statement, action))) return [];
  return statement.resources
    .filter((resource) => !used.some((source) => isExactly(plan, resource, source)))
    .map((resource) => `reading ${textOf(resource)}, which no container has as a secret`);
}
