/** The line where a text that isn't JSON stops being it; the last where it only ends too early. */
export function errorLine(text: string): number {
  const lines = text.split("\n");
  const error = errorOf(text);
  const [, position] = /position (\d+)/.exec(error) ?? [];
  if (position !== undefined) return text.slice(0, Number(position)).split("\n").length;
  // V8 names an unexpected token without its place, but finds the same one in the lines up to it.
  const isUnexpected = (part: string): boolean => errorOf(part).includes("Unexpected token");
  return isUnexpected(text)
    ? 1 + lines.findIndex((_, last) => isUnexpected(lines.slice(0, last + 1).join("\n")))
    : lines.length;
}

function errorOf(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return String(error);
  }
}

/** Paths of the names that an object of a JSON text has once more: JSON keeps the last and says nothing. */
export function* repeatedNames(text: string): Generator<readonly string[]> {
  const objects: { readonly names: Set<string>; current?: string }[] = [];
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    const object = objects.at(-1);
    if (token === "{") objects.push({ names: new Set() });
    else if (token === "}") objects.pop();
    else if (object !== undefined && name !== undefined) {
      object.current = String(JSON.parse(name));
      if (object.names.has(object.current)) yield objects.flatMap(({ current }) => current ?? []);
      object.names.add(object.current);
    }
  }
}
