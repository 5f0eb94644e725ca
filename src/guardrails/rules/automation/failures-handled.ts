import { stateMachines } from "../../../plan/facts/state-machines";
import { entry, isList, isRecord, listOf, type Value, type ValueRecord } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

/**
 * Where one call's failure is caught, those of the others are. A machine that catches none ends as failed, which an event
 * tells: `detection/state-machine-failure-told`.
 */
export const failuresHandled: Check = (plan) =>
  stateMachines(plan).map(({ machine, definition }) => {
    if (definition === undefined) return undecided(machine.address, "its definition is known only at apply");
    const open = uncaught(definition);
    return judge(machine.address, open.length === 0, `caught elsewhere, but not in ${open.join(", ")}`);
  });

/** Names of the states, in each of a machine's levels, that fail it though others of the level don't. */
function uncaught(machine: ValueRecord): readonly string[] {
  const states = Object.entries(recordOf(entry(machine, "States"))).map(([name, state]) => ({
    name,
    state: recordOf(state),
  }));
  const failing = states.filter(({ state }) => ["Task", "Map", "Parallel"].includes(String(state.Type)));
  const open = failing.filter(({ state }) => !catchesAll(state)).map(({ name }) => name);
  return [
    ...(open.length < failing.length ? open : []),
    ...states.flatMap(({ state }) => machinesIn(state).flatMap(uncaught)),
  ];
}

const catchesAll = ({ Catch }: ValueRecord) =>
  listOf(Catch).some((one) => listOf(entry(recordOf(one), "ErrorEquals")).includes("States.ALL"));

function machinesIn({ ItemProcessor, Branches }: ValueRecord): readonly ValueRecord[] {
  return [...listOf(ItemProcessor), ...(isList(Branches) ? Branches : [])].filter(isRecord);
}

const recordOf = (value: Value | undefined): ValueRecord => (isRecord(value) ? value : {});
