import { closest, distance } from "fastest-levenshtein";

/** Fewer letters are in too many names. */
const SHORTEST_PART = 3;

/** The name that was probably meant: the nearest, if less than half of it is different, or the only one that it is a part of. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const [wanted, candidates] = [name.toLowerCase(), names.map((candidate) => candidate.toLowerCase())];
  const candidate = closest(wanted, candidates);
  // Two letters that changed places count as two.
  const isNear =
    distance(wanted, candidate) < Math.max(wanted.length, candidate.length) / 2 ||
    letters(wanted) === letters(candidate);
  if (isNear) return names[candidates.indexOf(candidate)];
  const [whole, ...others] = names.filter((_, index) => candidates[index]?.includes(wanted));
  return wanted.length >= SHORTEST_PART && others.length === 0 ? whole : undefined;
}

function letters(name: string): string {
  return [...name].sort().join("");
}

/** `did you mean "x"? `, or nothing: the beginning of what is allowed. */
export function didYouMean(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? "" : `did you mean ${JSON.stringify(near)}? `;
}
