const LONGEST = 80;

/** A value as a message shows it: short, on one line, and without the inside of objects and lists. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "string":
      return JSON.stringify(shorten(value));
    case "number":
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `a list of ${value.length}`;
      return "then" in value ? "a promise" : "an object";
    default:
      return `a ${typeof value}`;
  }
}

/** A value that may be a secret: what kind of a value it is. */
export function describeType(value: unknown): string {
  if (typeof value === "string") return "text";
  return typeof value === "number" ? "a number" : describe(value);
}

/** The first line of a text, cut after 80 characters; what is left out shows as "…". */
export function shorten(text: string): string {
  const start = (text.split("\n", 1)[0] ?? "").slice(0, LONGEST);
  return start === text ? text : `${start}…`;
}

/** Path of a field as an environment file would write it: `services[0].scaling`, `tags["cost-centre"]`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => {
      if (typeof part === "number") return `[${part}]`;
      const name = String(part);
      return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(shorten(name))}]`;
    })
    .join("")
    .replace(/^\./, "");
}
