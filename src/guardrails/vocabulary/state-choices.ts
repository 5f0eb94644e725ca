import type { StateFact } from "../../plan/facts/state-machines";
import { isList, isRecord, listOf, type ValueRecord } from "../../plan/value";

/**
 * The tests of a Choice that compare an element of a list which nothing has found to be there: where the list is empty,
 * the execution fails.
 */
export function unguardedTests({ name, state }: StateFact): readonly string[] {
  if (state.Type !== "Choice") return [];
  const there = new Set<string>();
  return listOf(state.Choices)
    .filter(isRecord)
    .flatMap((choice) => {
      const wrong = unguarded(choice, there).map((variable) => `${name} compares ${variable}, which may not be there`);
      // Whoever comes to the next choice has it.
      if (choice.IsPresent === false) there.add(String(choice.Variable));
      return wrong;
    });
}

function unguarded(test: ValueRecord, there: ReadonlySet<string>): readonly string[] {
  const { And, Or, Not, Variable, IsPresent } = test;
  if (isList(And)) {
    const tests = And.filter(isRecord);
    const found = tests.filter((one) => one.IsPresent === true).map((one) => String(one.Variable));
    return tests.flatMap((one) => unguarded(one, new Set([...there, ...found])));
  }
  const parts = [...listOf(Or), ...listOf(Not)].filter(isRecord);
  if (parts.length > 0) return parts.flatMap((one) => unguarded(one, there));
  const isElement = typeof Variable === "string" && /\[\d+\]/.test(Variable);
  return isElement && IsPresent === undefined && !there.has(Variable) ? [Variable] : [];
}
