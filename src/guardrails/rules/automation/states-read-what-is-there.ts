import { stateMachines } from "../../../plan/facts/state-machines";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { inputOf } from "../../vocabulary/machine-inputs";
import { unguardedTests } from "../../vocabulary/state-choices";
import { unwrittenReads } from "../../vocabulary/state-data";

export const statesReadWhatIsThere: Check = (plan) =>
  stateMachines(plan).flatMap(({ machine, definition, states }) => {
    if (definition === undefined) return [undecided(machine.address, "its definition is known only at apply")];
    if (definition.QueryLanguage === "JSONata") return [];
    const wrong = [...unwrittenReads(definition, inputOf(plan, machine)), ...states.flatMap(unguardedTests)];
    return [judge(machine.address, wrong.length === 0, wrong.join("; "))];
  });
