import { type StateFact, stateMachines } from "../../../plan/facts/state-machines";
import { entry, isList, isRecord, type Value } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";

/** What a Pass may do: hand on something else than it was given. */
const DOES = ["Assign", "InputPath", "Output", "OutputPath", "Parameters", "Result"];

export const statesDoSomething: Check = (plan) =>
  stateMachines(plan).flatMap(({ machine, definition, states }) => {
    if (definition === undefined) return [];
    const idle = states.flatMap(idleIn);
    return [judge(machine.address, idle.length === 0, idle.join("; "))];
  });

/** A Pass that ends, or leads on without touching the data, may stand for what is drawn there; one with a ResultPath doesn't. */
function idleIn({ name, state }: StateFact): readonly string[] {
  const says = DOES.some((key) => entry(state, key) !== undefined);
  const copies = state.Type === "Pass" && entry(state, "ResultPath") !== undefined && !says;
  const passesOn = state.Type === "Pass" && state.Next !== undefined && state.Comment === undefined && !says;
  return [
    ...(copies ? [`${name} copies all that it is given into a field of it`] : []),
    ...(passesOn && !copies ? [`${name} hands on what it was given`] : []),
    ...(state.Type === "Choice" ? loneIn(state.Choices ?? null).map((key) => `${name} has an ${key} of one test`) : []),
  ];
}

/** `And` and `Or` of one: another test was meant to be there. */
function loneIn(value: Value): readonly string[] {
  if (isList(value)) return value.flatMap(loneIn);
  if (!isRecord(value)) return [];
  const own = ["And", "Or"].filter((key) => {
    const tests = entry(value, key);
    return isList(tests) && tests.length === 1;
  });
  return [...own, ...Object.values(value).flatMap(loneIn)];
}
