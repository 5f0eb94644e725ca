import type { Json } from "./edit";

/** Columns of a line, as the project's formatter has them. */
export const LINE_WIDTH = 120;

/** How the values of a file are written. */
export interface Layout {
  readonly quote: '"' | "'";
  /** Spaces of a step inwards. */
  readonly step: string;
}

/** The quotes and the indentation that a file uses. */
export function layoutOf(text: string): Layout {
  const singles = text.match(/'(?:[^'"\\\n])*'/g)?.length ?? 0;
  const doubles = text.match(/"(?:[^'"\\\n])*"/g)?.length ?? 0;
  const step = /^( +|\t)\S/m.exec(text)?.[1] ?? "  ";
  return { quote: singles > doubles ? "'" : '"', step };
}

/**
 * A value as the formatter writes it.
 * @param indent of the line that it begins on
 * @param before columns that stand before it on that line
 * @param after columns that stand behind it
 */
export function written(value: Json, layout: Layout, indent: string, before: number, after = 1): string {
  const inline = inlined(value, layout);
  if (!isBroken(value) && before + inline.length + after <= LINE_WIDTH) return inline;
  const inner = indent + layout.step;
  if (Array.isArray(value))
    return block(
      "[",
      value.map((each) => `${written(each, layout, inner, inner.length)},`),
      "]",
      indent,
      inner,
    );
  if (typeof value !== "object" || value === null) return inline;
  const fields = Object.entries(value).map(([key, field]) => {
    const name = `${keyText(key, layout)}: `;
    return `${name}${written(field, layout, inner, inner.length + name.length)},`;
  });
  return block("{", fields, "}", indent, inner);
}

/** Lines of elements or fields, with their commas. */
export function block(open: string, lines: readonly string[], close: string, indent: string, inner: string): string {
  return `${open}\n${lines.map((line) => `${inner}${line}\n`).join("")}${indent}${close}`;
}

/** A list of several objects is broken, however short. */
function isBroken(value: Json): boolean {
  if (!Array.isArray(value)) return false;
  return (
    value.length > 1 && value.every((each) => typeof each === "object" && each !== null && Object.keys(each).length > 1)
  );
}

export function inlined(value: Json, layout: Layout): string {
  if (typeof value === "string") return textIn(value, layout);
  if (Array.isArray(value)) return `[${value.map((each) => inlined(each, layout)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const fields = Object.entries(value).map(([key, field]) => `${keyText(key, layout)}: ${inlined(field, layout)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

export function keyText(key: string, layout: Layout): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : textIn(key, layout);
}

function textIn(text: string, { quote }: Layout): string {
  const json = JSON.stringify(text);
  return quote === '"' ? json : `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
