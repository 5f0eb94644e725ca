import { stateMachines } from "../../../plan/facts/state-machines";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { inputOf } from "../../vocabulary/machine-inputs";
import { type End, endsWithin } from "../../vocabulary/state-data";

/** Of machines with Maps and Parallels: what comes of them is read together. */
export const endsAlike: Check = (plan) =>
  stateMachines(plan).flatMap(({ machine, definition }) => {
    if (definition === undefined || definition.QueryLanguage === "JSONata") return [];
    const levels = endsWithin(definition, inputOf(plan, machine));
    if (levels.length === 0) return [];
    const odd = levels.flatMap(lacking);
    return [judge(machine.address, odd.length === 0, odd.join("; "))];
  });

/** What one end leaves out that another, which is no failure, has; an end of which not all is known leaves out nothing. */
function lacking(ends: readonly End[]): readonly string[] {
  const wanted = new Set(
    ends.filter(({ isOfFailure }) => !isOfFailure).flatMap(({ output }) => [...output.fields.keys()]),
  );
  return ends
    .filter(({ output }) => output.others === "nothing")
    .flatMap(({ state, output }) =>
      [...wanted].filter((name) => !output.fields.has(name)).map((name) => `${state} ends without ${name}`),
    );
}
