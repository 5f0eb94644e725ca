import { decodeJson } from "../expression/json";
import { oncePerPlan } from "../once";
import type { Resource } from "../plan";
import { entry, isList, isRecord, type Value, type ValueRecord } from "../value";

/** A state of a state machine, wherever it is nested. */
export interface StateFact {
  readonly name: string;
  readonly state: ValueRecord;
}

export interface StateMachineFact {
  readonly machine: Resource;
  /** In the States Language's own words; `undefined`: it is known only at apply. */
  readonly definition: ValueRecord | undefined;
  /** Those inside Maps and Parallels too. */
  readonly states: readonly StateFact[];
}

/** Every `aws_sfn_state_machine`. */
export const stateMachines = oncePerPlan((plan): readonly StateMachineFact[] =>
  plan.resources("aws_sfn_state_machine").map((machine) => {
    const definition = decodeJson(machine.get("definition") ?? null);
    return isRecord(definition)
      ? { machine, definition, states: statesIn(definition) }
      : { machine, definition: undefined, states: [] };
  }),
);

function statesIn(value: Value): readonly StateFact[] {
  if (isList(value)) return value.flatMap(statesIn);
  if (!isRecord(value)) return [];
  const states = entry(value, "States");
  const own = isRecord(states)
    ? Object.entries(states).flatMap(([name, state]) => (isRecord(state) ? [{ name, state }] : []))
    : [];
  return [...own, ...Object.values(value).flatMap(statesIn)];
}
