/** Whether something is so; `"undecided"`: it depends on what is known only at apply, or isn't in the plan. */
export type Truth = boolean | "undecided";

/** Whether all are so; of none, they are. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes("undecided") ? "undecided" : true;
}

/** Whether one is so; of none, none is. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes("undecided") ? "undecided" : false;
}

export function not(truth: Truth): Truth {
  return truth === "undecided" ? truth : !truth;
}

/**
 * Whether none is so.
 * @param isSure whether what isn't so is surely not
 */
export function none(truths: readonly Truth[], isSure: boolean): Truth {
  const found = any(truths);
  return found === false && !isSure ? "undecided" : not(found);
}
