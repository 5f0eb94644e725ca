import { mathAdd } from "../intrinsic-functions";
import type { Intrinsic, Path } from "../states-language";

/** `factor` times a number, as sums: there is no product. Ten is as far as nesting goes. */
export function times(factor: number, number: Path): Path | Intrinsic {
  return factor === 1 ? number : mathAdd(number, times(factor - 1, number));
}

/** A percentage in tens as a fraction in lowest terms: 40 is 2/5. */
export function fraction(percent: number): { readonly numerator: number; readonly denominator: number } {
  const divisor = [100, 50, 25, 20, 10].find((candidate) => percent % candidate === 0 && 100 % candidate === 0) ?? 1;
  return { numerator: percent / divisor, denominator: 100 / divisor };
}
