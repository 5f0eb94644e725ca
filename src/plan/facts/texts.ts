import { listOf, type MaybeValue, Unknown } from "../value";

/** A value as a text; `undefined`: not set, or neither a text nor unknown. */
export function textOf(value: MaybeValue): string | Unknown | undefined {
  return typeof value === "string" || value instanceof Unknown ? value : undefined;
}

/** A value as texts, known and unknown. */
export function textsOf(value: MaybeValue): readonly (string | Unknown)[] {
  return listOf(value).flatMap((element) => textOf(element) ?? []);
}

/** A value as a number, which Terraform also takes as a text; `undefined`: not set, or no number. */
export function numberOf(value: MaybeValue): number | Unknown | undefined {
  if (value instanceof Unknown) return value;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
