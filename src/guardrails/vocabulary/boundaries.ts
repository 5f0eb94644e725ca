import type { PolicyFact, PolicyText } from "../../plan/facts/policies";
import type { Plan, Resource } from "../../plan/plan";
import { Unknown } from "../../plan/value";
import { statementsFor } from "./grants";
import { identityPolicies, textOf } from "./permissions";
import { pipelines } from "./pipelines";
import { conditionsOn, isAbout } from "./statements";

/** A policy that bounds roles, and the pipeline that must put it on those it makes. */
export interface Boundary {
  readonly fact: PolicyFact;
  readonly pipeline: Resource;
  /** Services that the pipeline may pass those roles to: `"ecs-tasks.amazonaws.com"`. */
  readonly services: readonly string[];
}

/** Every policy of the plan that a condition of a pipeline names as the boundary of what it makes. */
export function boundaries(plan: Plan): readonly Boundary[] {
  return pipelines(plan).flatMap((pipeline) => {
    const statements = statementsFor(plan, pipeline);
    const named = statements.flatMap((statement) =>
      conditionsOn(statement, /^iam:PermissionsBoundary$/i).flatMap(({ values }) => values),
    );
    const services = statements
      .filter((statement) => statement.effect === "Allow" && isAbout(statement, "iam:PassRole"))
      .flatMap((statement) => conditionsOn(statement, /^iam:PassedToService$/i).flatMap(({ values }) => values));
    return identityPolicies(plan)
      .filter(({ resource }) => named.some((one) => isNamed(plan, resource, one)))
      .filter(({ statements: own }) => !(own instanceof Unknown))
      .map((fact) => ({ fact, pipeline, services: services.map(textOf) }));
  });
}

const isNamed = (plan: Plan, policy: Resource, value: PolicyText) =>
  typeof value === "string" &&
  (plan.referenced(value).includes(policy) || value.endsWith(`:policy/${String(policy.get("name"))}`));
