import { type StateFact, stateMachines } from "../../../plan/facts/state-machines";
import { entry, type MaybeValue } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";

/** So many calls, and that share of them, make a habit. */
const FEWEST_CALLS = 4;
const HABIT = 0.75;

/** Judges machines whose calls have a habit; what it should be is for `automation/calls-retried`. */
export const callsAlike: Check = (plan) =>
  stateMachines(plan).flatMap(({ machine, states }) => {
    const calls = states.filter(({ state }) => state.Type === "Task");
    if (calls.length < FEWEST_CALLS) return [];
    const odd = ["Retry", "TimeoutSeconds"].flatMap((key) => oddOnes(calls, key));
    return [judge(machine.address, odd.length === 0, odd.join("; "))];
  });

function oddOnes(calls: readonly StateFact[], key: string): readonly string[] {
  const ways = new Map<string, string[]>();
  for (const { name, state } of calls) {
    const way = inWords(entry(state, key));
    ways.set(way, [...(ways.get(way) ?? []), name]);
  }
  const [habit, ...others] = [...ways.values()].sort((a, b) => b.length - a.length);
  return (habit?.length ?? 0) >= HABIT * calls.length ? others.flat().map((name) => `${name} has another ${key}`) : [];
}

const inWords = (value: MaybeValue) => JSON.stringify(value ?? null);
