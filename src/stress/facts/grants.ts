import type { Policy } from "../../iam/evaluate";
import { type PolicyText, policyStatements, type Statement } from "../../plan/facts/policies";
import type { Plan } from "../../plan/plan";
import { type MaybeValue, Unknown } from "../../plan/value";
import { names } from "./names";

/**
 * What a role may do, with the ARNs of the plan's resources as stand-ins, so that a call of the model can be judged. A role
 * that isn't in the plan may do nobody knows what.
 */
export function grantsOf(plan: Plan, role: MaybeValue): readonly Policy[] {
  const own = plan.referenced(role, "aws_iam_role");
  if (own.length === 0) return [new Unknown([])];
  return policyStatements(plan)
    .filter(({ kind, roles }) => kind === "identity" && roles.some((one) => own.includes(one)))
    .map(({ statements }) =>
      statements instanceof Unknown ? statements : statements.map((statement) => resolved(plan, statement)),
    );
}

function resolved(plan: Plan, statement: Statement): Statement {
  const texts = (all: readonly PolicyText[]) => all.map((text) => resolvedText(plan, text));
  return {
    ...statement,
    resources: texts(statement.resources),
    notResources: texts(statement.notResources),
    conditions: statement.conditions.map((condition) => ({ ...condition, values: texts(condition.values) })),
  };
}

/** Terraform's own names have no colon; IAM's variables, `${aws:username}`, do. */
const REFERENCE = /\$\{([\w.-]+?(?:\[[^\]]*\])?)\.(\w+)\}/g;

function resolvedText(plan: Plan, text: PolicyText): PolicyText {
  if (text instanceof Unknown) return text;
  return text.replaceAll(REFERENCE, (written, address, attribute) =>
    plan.resource(address) === undefined ? written : String(names(plan).resolve(new Unknown([{ address, attribute }]))),
  );
}
