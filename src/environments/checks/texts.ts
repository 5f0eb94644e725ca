/** A text somewhere in a value. */
export interface Text {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Every text in a value of plain data, names of fields left out. */
export function* textsIn(value: unknown, path: readonly PropertyKey[] = []): Generator<Text> {
  if (typeof value === "string") yield { path, text: value };
  else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) yield* textsIn(element, [...path, index]);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, field] of Object.entries(value)) yield* textsIn(field, [...path, name]);
  }
}
