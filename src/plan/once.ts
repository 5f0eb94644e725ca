import type { Plan } from "./plan";

/** Reads a fact of a plan once, however many ask for it: a plan doesn't change. */
export function oncePerPlan<Fact>(read: (plan: Plan) => Fact): (plan: Plan) => Fact {
  const facts = new WeakMap<Plan, { readonly fact: Fact }>();
  return (plan) => {
    const known = facts.get(plan) ?? { fact: read(plan) };
    facts.set(plan, known);
    return known.fact;
  };
}
