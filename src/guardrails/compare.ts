import type { Plan } from "../plan/plan";
import type { Rule } from "./rule";

/** A judgement that two readings of one stack don't share; `undefined` where a reading has none. */
export interface Difference {
  readonly rule: string;
  readonly address: string;
  readonly configuration: string | undefined;
  readonly plan: string | undefined;
}

/**
 * Where the rules say something else of a stack's configuration than of Terraform's plan of it. Rules that only the
 * configuration can be judged by are left out.
 */
export function compareVerdicts(configuration: Plan, plan: Plan, rules: readonly Rule[]): readonly Difference[] {
  return rules
    .filter(({ onlyIn }) => onlyIn === undefined)
    .flatMap((rule) => {
      const [left, right] = [verdicts(rule, configuration), verdicts(rule, plan)];
      return [...new Set([...left.keys(), ...right.keys()])]
        .filter((address) => left.get(address) !== right.get(address))
        .map((address) => ({
          rule: rule.id,
          address,
          configuration: left.get(address),
          plan: right.get(address),
        }));
    });
}

/** The verdicts by address; a resource that is judged several times has several. */
function verdicts(rule: Rule, plan: Plan): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const { address, verdict } of rule.check(plan)) {
    all.set(address, [...(all.get(address)?.split(", ") ?? []), verdict].sort().join(", "));
  }
  return all;
}
