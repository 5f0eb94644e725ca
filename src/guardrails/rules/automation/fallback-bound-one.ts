import { stateMachines } from "../../../plan/facts/state-machines";
import { entry, isList, isRecord, type Value } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { spotFallbacks } from "../../vocabulary/spot-fallbacks";

/** Of fallbacks that write their bound as a number, where they compare the share with it and where they set it. */
export const fallbackBoundOne: Check = (plan) => {
  const machines = new Set(spotFallbacks(plan).map(({ machine }) => machine));
  return stateMachines(plan)
    .filter(({ machine }) => machines.has(machine))
    .flatMap(({ machine, definition, states }) => {
      const written = targetsIn(definition ?? null);
      const set = states
        .filter(({ state }) => state.Type === "Pass" && written.includes(String(state.ResultPath)))
        .flatMap(({ state }) => (typeof state.Result === "number" ? [state.Result] : []));
      const bound = Math.max(...set);
      const compared = states.filter(({ state }) => state.Type === "Choice").flatMap(({ state }) => percentsIn(state));
      if (set.length === 0 || compared.length === 0) return [];
      const others = compared.filter((number) => number !== bound);
      return [
        judge(
          machine.address,
          others.length === 0,
          `it sets ${bound} percent at most, and compares with ${others.join(", ")}`,
        ),
      ];
    });
};

/** The paths that the share is set from. */
function targetsIn(value: Value): readonly string[] {
  if (isList(value)) return value.flatMap(targetsIn);
  if (!isRecord(value)) return [];
  const own = entry(value, "OnDemandPercentageAboveBaseCapacity.$");
  return [...(typeof own === "string" ? [own] : []), ...Object.values(value).flatMap(targetsIn)];
}

/** The numbers that a share, or a step from it, is compared with from above. */
function percentsIn(value: Value): readonly number[] {
  if (isList(value)) return value.flatMap(percentsIn);
  if (!isRecord(value)) return [];
  const isOfShare = /^\$\.(\w+\.)*(share|step)/i.test(String(entry(value, "Variable")));
  const number = entry(value, "NumericGreaterThanEquals");
  return [...(isOfShare && typeof number === "number" ? [number] : []), ...Object.values(value).flatMap(percentsIn)];
}
