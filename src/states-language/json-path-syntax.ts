import type { Json } from "./json";
import { NotInterpreted } from "./states-error";

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A step of a path. */
export type Segment =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "indices"; readonly indices: readonly number[] }
  | { readonly kind: "slice"; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: "wildcard" }
  | { readonly kind: "descent" }
  | { readonly kind: "filter"; readonly filter: Filter };

/** The condition of `[?(…)]`. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly of: readonly Filter[] }
  | { readonly kind: "exists"; readonly path: string }
  | { readonly kind: "compare"; readonly left: string; readonly operator: Comparison; readonly right: Operand };
type Operand = { readonly kind: "literal"; readonly value: Json } | { readonly kind: "path"; readonly path: string };

const parsedBefore = new Map<string, readonly Segment[]>();

/** The steps of a path that begins with `$`. */
export function parsePath(path: string): readonly Segment[] {
  const known = parsedBefore.get(path);
  if (known !== undefined) return known;
  const segments = parse(path);
  parsedBefore.set(path, segments);
  return segments;
}

function parse(path: string): readonly Segment[] {
  if (!path.startsWith("$")) throw new NotInterpreted(`the path ${path}`);
  const segments: Segment[] = [];
  let rest = path.slice(1);
  while (rest !== "") {
    const [length, ...parsed] = parseSegment(rest, path);
    segments.push(...parsed);
    rest = rest.slice(length);
  }
  return segments;
}

function parseSegment(rest: string, path: string): readonly [length: number, ...Segment[]] {
  if (rest.startsWith("[")) {
    const length = bracketLength(rest, path);
    return [length, parseBracket(rest.slice(1, length - 1).trim(), path)];
  }
  if (rest.startsWith("..[")) return [2, { kind: "descent" }];
  const [whole = "", dots, name = ""] = /^(\.\.?)(\*|(?:\\.|[^.[\\])+)/u.exec(rest) ?? [];
  if (name === "") throw new NotInterpreted(`${rest} in the path ${path}`);
  const last: Segment = name === "*" ? { kind: "wildcard" } : { kind: "name", name: name.replaceAll(/\\(.)/gu, "$1") };
  return dots === ".." ? [whole.length, { kind: "descent" }, last] : [whole.length, last];
}

/** Length of a bracket with what it closes; brackets in quotes and in a filter don't close it. */
function bracketLength(text: string, path: string): number {
  let depth = 0;
  let quote = "";
  for (const [index, character] of [...text].entries()) {
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "[" || character === "(") depth += 1;
    else if (character === "]" || character === ")") {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  throw new NotInterpreted(`an open bracket in the path ${path}`);
}

function parseBracket(inside: string, path: string): Segment {
  if (inside === "*") return { kind: "wildcard" };
  const filter = /^\?\s*\((.*)\)$/su.exec(inside)?.[1];
  if (filter !== undefined) return { kind: "filter", filter: parseFilter(filter, path) };
  const slice = /^(-?\d*)\s*:\s*(-?\d*)$/.exec(inside);
  if (slice) return { kind: "slice", from: bound(slice[1]), to: bound(slice[2]) };
  const parts = inside.split(",").map((part) => part.trim());
  const indices = parts.map((part) => (/^-?\d+$/.test(part) ? Number(part) : Number.NaN));
  if (!indices.some(Number.isNaN)) {
    const [index, ...others] = indices;
    return index !== undefined && others.length === 0 ? { kind: "index", index } : { kind: "indices", indices };
  }
  const quoted = parts.map((part) => /^(['"])(.*)\1$/su.exec(part)?.[2]);
  const names = quoted.filter((name) => name !== undefined);
  const [name, ...others] = names;
  if (name === undefined || names.length < parts.length) throw new NotInterpreted(`[${inside}] in the path ${path}`);
  return others.length === 0 ? { kind: "name", name } : { kind: "names", names };
}

const bound = (text: string | undefined) => (text === undefined || text === "" ? undefined : Number(text));

function parseFilter(text: string, path: string): Filter {
  const alternatives = splitOutsideQuotes(text, "||");
  if (alternatives.length > 1) return { kind: "or", of: alternatives.map((part) => parseFilter(part, path)) };
  const conditions = splitOutsideQuotes(text, "&&");
  if (conditions.length > 1) return { kind: "and", of: conditions.map((part) => parseFilter(part, path)) };
  const [, left = "", operator, right = ""] =
    /^\s*([@$][^\s=!<>]*)\s*(?:(==|!=|<=|>=|<|>)\s*(.+?))?\s*$/su.exec(text) ?? [];
  if (left === "") throw new NotInterpreted(`the filter ${text} in the path ${path}`);
  if (operator === undefined) return { kind: "exists", path: `$${left.slice(1)}` };
  return { kind: "compare", left, operator: operator as Comparison, right: parseOperand(right, path) };
}

function parseOperand(text: string, path: string): Operand {
  if (/^[@$]/.test(text)) return { kind: "path", path: text };
  const quoted = /^'(.*)'$/su.exec(text)?.[1];
  if (quoted !== undefined) return { kind: "literal", value: quoted };
  try {
    return { kind: "literal", value: JSON.parse(text) };
  } catch {
    throw new NotInterpreted(`${text} in the path ${path}`);
  }
}

function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts = [""];
  let quote = "";
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (quote === "" && text.startsWith(separator, index)) {
      parts.push("");
      index += separator.length - 1;
      continue;
    }
    if (quote === "") quote = character === "'" || character === '"' ? character : "";
    else if (character === quote) quote = "";
    parts.push(`${parts.pop()}${character}`);
  }
  return parts;
}
