import type { Random } from "./random";

/** Draws a value. Each draws a fixed number of times from the stream, so that variants of a model stay in step. */
export type Distribution = (random: Random) => number;

export const constant =
  (value: number): Distribution =>
  () =>
    value;

/** From `min` (included) to `max` (excluded). */
export const uniform =
  (min: number, max: number): Distribution =>
  (random) =>
    min + (max - min) * random();

export const exponential =
  (mean: number): Distribution =>
  (random) =>
    -mean * Math.log(1 - random());

/** Between `min` and `max`, most often around `mode`. */
export function triangular(min: number, mode: number, max: number): Distribution {
  const share = max === min ? 0 : (mode - min) / (max - min);
  return (random) => {
    const draw = random();
    return draw < share
      ? min + Math.sqrt(draw * (max - min) * (mode - min))
      : max - Math.sqrt((1 - draw) * (max - min) * (max - mode));
  };
}

/** By its median and the standard deviation of its logarithm. */
export const lognormal =
  (median: number, sigma: number): Distribution =>
  (random) =>
    median * Math.exp(sigma * standardNormal(random));

/** One of the values, each as likely as its weight says. */
export function empirical(weights: readonly { readonly value: number; readonly weight: number }[]): Distribution {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = weights;
  if (first === undefined || !(total > 0)) throw new RangeError("an empirical distribution needs a positive weight");
  return (random) => {
    let left = random() * total;
    for (const { value, weight } of weights) {
      left -= weight;
      if (left < 0) return value;
    }
    return first.value;
  };
}

/** Box and Muller's, of two draws; the second value that they give is left: what is drawn must not depend on the past. */
function standardNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
