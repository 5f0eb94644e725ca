/** Lines around a change that stay as they are. */
const AROUND = 2;

/** The difference of two texts, line by line: `-` goes, `+` comes, two lines around each change. */
export function textDiff(before: string, after: string): string {
  const lines = aligned(before.split("\n"), after.split("\n"));
  const isNear = (index: number) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some((line) => !line.startsWith(" "));
  const shown = lines.flatMap((line, index) => {
    if (isNear(index)) return [line];
    return index > 0 && isNear(index - 1) ? ["…"] : [];
  });
  return (shown.at(-1) === "…" ? shown.slice(0, -1) : shown).map((line) => `${line.trimEnd()}\n`).join("");
}

/** Every line of both, the longest common part once. */
function aligned(old: readonly string[], now: readonly string[]): readonly string[] {
  // lengths[i][j]: of the longest common part of what follows i and j.
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row !== undefined) row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push(` ${old[i]}`);
      [i, j] = [i + 1, j + 1];
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`-${old[i]}`);
      i += 1;
    } else {
      lines.push(`+${now[j]}`);
      j += 1;
    }
  }
  return lines;
}
