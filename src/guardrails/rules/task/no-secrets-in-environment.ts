import { entry, Unknown, type ValueRecord } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, recordsAt } from "../../vocabulary/containers";
import { holdsSecret, secretFormOf } from "../../vocabulary/secrets";

export const noSecretsInEnvironment: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition: { address } }, what) => {
    const found = recordsAt(definition, "environment").flatMap(secretOf);
    return judge(address, found.length === 0, `environment of ${what} has ${found.join(", ")}`);
  });

/** The value itself never shows in a finding. */
function secretOf(variable: ValueRecord): readonly string[] {
  const [name, value] = [String(entry(variable, "name")), entry(variable, "value")];
  const text = value instanceof Unknown ? (value.template ?? "a value") : String(value ?? "");
  const form = secretFormOf(text);
  if (form !== undefined) return [`${form} in ${name}`];
  return holdsSecret(name, text) ? [`a value for ${name}`] : [];
}
