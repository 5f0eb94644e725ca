/** Where a true value is, in 95 of 100 cases. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The probability below the upper end of a 95 % interval. */
const UPPER = 0.975;

/** Of the mean of independent observations, by Student's t; without bounds for less than two. */
export function meanInterval(values: readonly number[]): Interval {
  const { length } = values;
  if (length < 2) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (length - 1);
  const half = studentQuantile(UPPER, length - 1) * Math.sqrt(variance / length);
  return { low: mean - half, high: mean + half };
}

/** Of a share, by Wilson's score (E. B. Wilson, JASA 22, 1927), which stays sensible where all or none succeed. */
export function shareInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const z = normalQuantile(UPPER);
  const share = successes / trials;
  const scale = 1 + z ** 2 / trials;
  const centre = share + z ** 2 / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  // Exact at the ends, where rounding would leave a little.
  return {
    low: successes === 0 ? 0 : (centre - half) / scale,
    high: successes === trials ? 1 : (centre + half) / scale,
  };
}

/**
 * The standard normal distribution's quantile, for 0 < p < 1, with a relative error under 1.2e-9: P. J. Acklam's rational
 * approximation (2003).
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(TAIL_NUMERATOR, q) / (polynomial(TAIL_DENOMINATOR, q) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  return (polynomial(CENTRE_NUMERATOR, r) * q) / (polynomial(CENTRE_DENOMINATOR, r) * r + 1);
}

/**
 * Student's t quantile for 0.5 <= p < 1: exact for one and two degrees of freedom, G. W. Hill's expansion (CACM 13,
 * algorithm 396, 1970) for more, with a relative error under 1e-3 at three and under 1e-6 from ten on.
 */
export function studentQuantile(p: number, degrees: number): number {
  const both = 2 * (1 - p);
  if (degrees === 1) return 1 / Math.tan((both * Math.PI) / 2);
  if (degrees === 2) return Math.sqrt(2 / (both * (2 - both)) - 2);
  const a = 1 / (degrees - 0.5);
  const b = (48 / a) * (1 / a);
  let c = ((20700 * a) / b - 98) * a - 16;
  c = c * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * degrees;
  let y = (d * both) ** (2 / degrees);
  if (y > 0.05 + a) {
    const x = normalQuantile(both / 2);
    y = x * x;
    if (degrees < 5) c += 0.3 * (degrees - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    y =
      ((1 / (((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3) + 0.5 / (degrees + 4)) * y - 1) *
        ((degrees + 1) / (degrees + 2)) +
      1 / y;
  }
  return Math.sqrt(degrees * y);
}

/** Coefficients from the highest power down. */
const polynomial = (coefficients: readonly number[], x: number) =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

const CENTRE_NUMERATOR = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const CENTRE_DENOMINATOR = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
];
const TAIL_NUMERATOR = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_DENOMINATOR = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];
