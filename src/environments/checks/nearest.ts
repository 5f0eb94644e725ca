import { closest, distance } from "fastest-levenshtein";

/** The name that was probably meant: the nearest, if less than half of it is different. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const [wanted, candidates] = [name.toLowerCase(), names.map((candidate) => candidate.toLowerCase())];
  const candidate = closest(wanted, candidates);
  const isNear = distance(wanted, candidate) < Math.max(wanted.length, candidate.length) / 2;
  return isNear ? names[candidates.indexOf(candidate)] : undefined;
}

/** `did you mean "x"? `, or nothing: the beginning of what is allowed. */
export function didYouMean(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? "" : `did you mean ${JSON.stringify(near)}? `;
}
