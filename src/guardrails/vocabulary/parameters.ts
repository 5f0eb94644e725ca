import { containers } from "../../plan/facts/containers";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { Unknown } from "../../plan/value";
import { holdsSecret, secretFormOf } from "./secrets";
import { sourcesOf } from "./task-secrets";

/** The parameters that are secret: a container takes them as such, or their name or value says so. */
export function secretParameters(plan: Plan): readonly Resource[] {
  return plan
    .resources("aws_ssm_parameter")
    .filter((parameter) => takenAsSecrets(plan).has(parameter) || looksSecret(parameter));
}

const takenAsSecrets = oncePerPlan((plan): ReadonlySet<Resource> => {
  const sources = containers(plan).flatMap(({ definition }) =>
    definition instanceof Unknown ? [] : sourcesOf(definition),
  );
  return new Set(sources.flatMap((source) => plan.referenced(source, "aws_ssm_parameter")));
});

/** The last part of its path is its name: `/production/web/database-password`. */
function looksSecret(parameter: Resource): boolean {
  const name = String(parameter.get("name")).split("/").at(-1) ?? "";
  const written = parameter.get("value") ?? parameter.get("insecure_value");
  const value = typeof written === "string" ? written : "what is known only at apply";
  return holdsSecret(name, value) || secretFormOf(value) !== undefined;
}
