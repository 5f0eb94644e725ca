import { type StateFact, stateMachines } from "../../../plan/facts/state-machines";
import { isRecord } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";

const TOKEN = /^(NextToken|Marker|NextMarker|ContinuationToken)(\.\$)?$/;

/** Calls that go on where another one left off, by its token. */
export const pagesAlike: Check = (plan) =>
  stateMachines(plan).flatMap(({ machine, states }) => {
    const calls = states.filter(({ state }) => state.Type === "Task" && isRecord(state.Parameters));
    const further = calls.filter(({ state }) => Object.keys(state.Parameters ?? {}).some((key) => TOKEN.test(key)));
    if (further.length === 0) return [];
    const odd = further.filter((call) => !calls.some((first) => first !== call && asksTheSame(first, call)));
    return [
      judge(
        machine.address,
        odd.length === 0,
        `${odd.map(({ name }) => name).join(", ")}: no call asks for a first page so`,
      ),
    ];
  });

const asksTheSame = (first: StateFact, next: StateFact) =>
  first.state.Resource === next.state.Resource &&
  wordsOf(first, () => true) === wordsOf(next, (key) => !TOKEN.test(key));

const wordsOf = ({ state }: StateFact, isCounted: (key: string) => boolean) =>
  JSON.stringify(
    Object.entries(state.Parameters ?? {})
      .filter(([key]) => isCounted(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
