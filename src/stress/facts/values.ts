import { numberOf } from "../../plan/facts/texts";
import { type MaybeValue, Unknown } from "../../plan/value";

/** A number of the plan, or what stands for it where it isn't set or not known. */
export function known(value: MaybeValue, otherwise: number): number {
  const number = numberOf(value);
  return number === undefined || number instanceof Unknown ? otherwise : number;
}

export const isTrue = (value: MaybeValue): boolean => String(value) === "true";

export const isEnabled = (value: MaybeValue): boolean => value === "ENABLED";
