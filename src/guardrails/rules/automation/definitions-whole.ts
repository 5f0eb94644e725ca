import { type StateMachineFact, stateMachines } from "../../../plan/facts/state-machines";
import { entry, isList, isRecord, listOf, type Value, type ValueRecord } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

export const definitionsWhole: Check = (plan) =>
  stateMachines(plan).map(({ machine, definition }: StateMachineFact) => {
    if (definition === undefined) return undecided(machine.address, "its definition is known only at apply");
    const wrong = wrongWith(definition);
    return judge(machine.address, wrong.length === 0, wrong.join("; "));
  });

/** What each type of state can't be without. */
const NEEDS: { readonly [type: string]: readonly string[] } = {
  Task: ["Resource", "Parameters"],
  Choice: ["Choices"],
  Map: ["ItemProcessor"],
  Parallel: ["Branches"],
};
/** In seconds; a wait of none polls as fast as it can. */
const NUMBERS = ["TimeoutSeconds", "HeartbeatSeconds", "Seconds"];
/** How much a call may answer with. */
const PAGES = ["MaxResults", "MaxRecords", "MaxItems"];
const REACTIONS = ["Retry", "Catch"];
const ENDS = ["Succeed", "Fail"];
const WAITS = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];

/** Of one machine, and of those in its Maps and Parallels. */
function wrongWith(machine: ValueRecord): readonly string[] {
  const states = Object.entries(recordOf(entry(machine, "States")));
  const names = new Set(states.map(([name]) => name));
  const start = String(entry(machine, "StartAt"));
  const led = new Set([start, ...states.flatMap(([, state]) => nextsOf(state))]);
  return [
    ...(isBelowOne(entry(machine, "TimeoutSeconds")) ? ["it has no TimeoutSeconds"] : []),
    ...[...led].filter((name) => !names.has(name)).map((name) => `no state is ${name}`),
    ...[...names].filter((name) => !led.has(name)).map((name) => `nothing leads to ${name}`),
    ...states.flatMap(([name, state]) => lackOf(recordOf(state)).map((what) => `${name} has no ${what}`)),
    ...states.flatMap(([, state]) => machinesIn(state).flatMap(wrongWith)),
  ];
}

function lackOf(state: ValueRecord): readonly string[] {
  const type = String(entry(state, "Type"));
  const goesOn = type === "Choice" || ENDS.includes(type) || [entry(state, "Next"), entry(state, "End")].some(Boolean);
  const waits = type !== "Wait" || WAITS.some((key) => entry(state, key) !== undefined);
  const branches = listOf(entry(state, "Choices")).every((choice) => entry(recordOf(choice), "Next") !== undefined);
  const catches = listOf(entry(state, "Catch")).every((one) => entry(recordOf(one), "Next") !== undefined);
  return [
    ...(NEEDS[type] ?? []).filter((key) => isMissing(entry(state, key))),
    ...(String(entry(state, "Resource") ?? "").includes("*") ? ["call for a Resource, but a wildcard"] : []),
    ...REACTIONS.flatMap((key) => listOf(entry(state, key)))
      .filter((one) => listOf(entry(recordOf(one), "ErrorEquals")).length === 0)
      .map(() => "ErrorEquals"),
    ...listOf(entry(state, "Choices")).flatMap(emptyTests),
    ...NUMBERS.filter((key) => isBelowOne(entry(state, key))),
    ...PAGES.filter((key) => isBelowOne(entry(recordOf(entry(state, "Parameters")), key))),
    ...(goesOn && branches && catches ? [] : ["Next"]),
    ...(waits ? [] : ["time to wait for"]),
    ...(/^(Task|Pass|Choice|Wait|Succeed|Fail|Parallel|Map)$/.test(type) ? [] : ["Type"]),
  ];
}

/** `And` and `Or` of nothing, and a choice that asks for nothing. */
function emptyTests(choice: Value): readonly string[] {
  const { And, Or, Not, Variable, Condition } = recordOf(choice);
  if (Not !== undefined) return emptyTests(Not);
  const parts = And ?? Or;
  if (parts === undefined) return Variable === undefined && Condition === undefined ? ["condition of a choice"] : [];
  return isList(parts) && parts.length > 0 ? parts.flatMap(emptyTests) : ["conditions in an And or Or"];
}

function nextsOf(state: Value): readonly string[] {
  const record = recordOf(state);
  const own = [record, ...["Choices", "Catch"].flatMap((key) => listOf(entry(record, key)))];
  return [...own.map((part) => entry(recordOf(part), "Next")), entry(record, "Default")].filter(
    (name) => typeof name === "string",
  );
}

function machinesIn(state: Value): readonly ValueRecord[] {
  const record = recordOf(state);
  const [map, branches] = [entry(record, "ItemProcessor"), entry(record, "Branches")];
  return [...listOf(map), ...(isList(branches) ? branches : [])].filter(isRecord);
}

const isMissing = (value: Value | undefined) => value === undefined || (isList(value) && value.length === 0);

const isBelowOne = (value: Value | undefined) => typeof value === "number" && value < 1;

const recordOf = (value: Value | undefined): ValueRecord => (isRecord(value) ? value : {});
