import * as ts from "typescript";
import { EditError } from "./edit-error";
import { block, inlined, keyText, type Layout, LINE_WIDTH, layoutOf, written } from "./layout";
import { exportedObject, literalText, propertyOf, unwrapped, usesOf } from "./nodes";

/** What an environment's file holds. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A field of an environment: `["services", 0, "scaling", "maxTasks"]`. */
export type FieldPath = readonly (string | number)[];

/**
 * Gives a field of an environment's file another value; all else stays as it is written, comments too. A list keeps the
 * elements that stay. A field that isn't there is put behind its neighbours.
 * @returns the whole text
 * @throws EditError where the value isn't written in the file: it is computed, or comes from another file
 */
export function editField(text: string, path: FieldPath, value: Json): string {
  const file = ts.createSourceFile("environment.ts", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const { start, end, replacement } = edit({ file, text, layout: layoutOf(text) }, exportedObject(file), path, value);
  return text.slice(0, start) + replacement + text.slice(end);
}

interface Source {
  readonly file: ts.SourceFile;
  readonly text: string;
  readonly layout: Layout;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

function edit(source: Source, node: ts.Expression, path: FieldPath, value: Json): Edit {
  const [step, ...rest] = path;
  if (step === undefined) return replaced(source, node, value);
  const holder = unwrapped(node, source.file);
  if (typeof step === "number") {
    const element = ts.isArrayLiteralExpression(holder) ? holder.elements[step] : undefined;
    if (element === undefined || ts.isSpreadElement(element)) throw computed(holder);
    return edit(source, element, rest, value);
  }
  if (!ts.isObjectLiteralExpression(holder)) throw computed(holder);
  const property = propertyOf(holder, step);
  if (property === undefined) {
    const whole = rest.reduceRight<Json>((inner, key) => {
      if (typeof key === "number") throw new EditError(`there is no list ${step} in the file`);
      return { [key]: inner };
    }, value);
    return inserted(source, holder, step, whole);
  }
  if (ts.isPropertyAssignment(property)) return edit(source, property.initializer, rest, value);
  return rest.length === 0 && usesOf(property.name.text, source.file) > 2
    ? rewritten(source, property, `${property.name.text}: ${inlined(value, source.layout)}`)
    : edit(source, property.name, rest, value);
}

/** A value in place of another; of a constant that nothing else uses, in the constant. */
function replaced(source: Source, node: ts.Expression, value: Json): Edit {
  const isShared = ts.isIdentifier(node) && usesOf(node.text, source.file) > 2;
  const target = isShared ? node : unwrapped(node, source.file);
  if (Array.isArray(value) && ts.isArrayLiteralExpression(target)) return listEdited(source, target, value);
  if (!isShared && literalText(target, source.file) === undefined) throw computed(target);
  const start = target.getStart(source.file);
  const column = start - lineStart(source.text, start);
  return rewritten(source, target, written(value, source.layout, indentAt(source.text, start), column));
}

/** The elements that stay, as they are written, and the new ones behind them. */
function listEdited(source: Source, list: ts.ArrayLiteralExpression, values: readonly Json[]): Edit {
  const { file, text, layout } = source;
  if (list.elements.some((element) => literalText(element, file) === undefined)) throw computed(list);
  const start = list.getStart(file);
  const indent = indentAt(text, start);
  const inner = indent + layout.step;
  const old = list.elements.map((element) => ({
    said: literalText(element, file),
    text: text.slice(element.getStart(file), element.end),
    ...commentsOf(text, element),
  }));
  const parts = values.map((value) => {
    const kept = old.find(({ said }) => said === canonical(value));
    return kept ?? { text: written(value, layout, inner, inner.length), above: [], behind: "" };
  });
  const column = start - lineStart(text, start);
  const inline = `[${parts.map((part) => part.text).join(", ")}]`;
  const isBroken =
    parts.some((part) => part.text.includes("\n") || part.above.length > 0 || part.behind !== "") ||
    (values.length > 1 && values.every(isObject)) ||
    column + inline.length + 1 > LINE_WIDTH;
  if (!isBroken) return rewritten(source, list, inline);
  const lines = parts.flatMap((part) => [...part.above, `${part.text},${part.behind}`]);
  return rewritten(source, list, block("[", lines, "]", indent, inner));
}

const isObject = (value: Json) => typeof value === "object" && value !== null && Object.keys(value).length > 1;

/** The comments on the lines above an element, and the one on its own line. */
function commentsOf(
  text: string,
  element: ts.Expression,
): { readonly above: readonly string[]; readonly behind: string } {
  const comment = ({ pos, end }: ts.CommentRange) => text.slice(pos, end);
  const above = ts.getLeadingCommentRanges(text, element.getFullStart()) ?? [];
  const comma = text[element.end] === "," ? 1 : 0;
  const behind = ts.getTrailingCommentRanges(text, element.end + comma) ?? [];
  return { above: above.map(comment), behind: behind.map((range) => ` ${comment(range)}`).join("") };
}

/** A field behind the others of an object. */
function inserted(source: Source, object: ts.ObjectLiteralExpression, key: string, value: Json): Edit {
  const { file, text, layout } = source;
  const start = object.getStart(file);
  const indent = indentAt(text, start);
  const inner = indent + layout.step;
  const neighbour = object.properties.at(-1);
  const name = keyText(key, layout);
  const open = object.properties[0]?.getStart(file) ?? start;
  if (neighbour !== undefined && text.slice(start, open).includes("\n")) {
    const close = lineStart(text, object.end - 1);
    const line = `${inner}${name}: ${written(value, layout, inner, inner.length + name.length + 2)},\n`;
    const comma = object.properties.hasTrailingComma ? "" : ",";
    return { start: neighbour.end, end: close, replacement: `${comma}${text.slice(neighbour.end, close)}${line}` };
  }
  const fields = object.properties.map((property) => text.slice(property.getStart(file), property.end));
  const inline = `{ ${[...fields, `${name}: ${inlined(value, layout)}`].join(", ")} }`;
  const lineEnd = text.indexOf("\n", object.end);
  const behind = (lineEnd < 0 ? text.length : lineEnd) - object.end;
  if (start - lineStart(text, start) + inline.length + behind <= LINE_WIDTH) return rewritten(source, object, inline);
  const last = `${name}: ${written(value, layout, inner, inner.length + name.length + 2)}`;
  const all = [...fields, last].map((field) => `${field},`);
  return rewritten(source, object, block("{", all, "}", indent, inner));
}

function rewritten({ file }: Source, node: ts.Node, replacement: string): Edit {
  return { start: node.getStart(file), end: node.end, replacement };
}

function computed(node: ts.Node): EditError {
  const text = node.getText().replaceAll(/\s+/g, " ");
  return new EditError(`it is computed in the file (${text.length > 60 ? `${text.slice(0, 59)}…` : text})`);
}

/** A value as `literalText` has it. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
    .sort()
    .join(",")}}`;
}

function lineStart(text: string, position: number): number {
  return text.lastIndexOf("\n", position - 1) + 1;
}

function indentAt(text: string, position: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, position)))?.[0] ?? "";
}
