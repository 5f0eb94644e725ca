import { equalJson, isArray, isObject, type Json } from "./json";
import { type Comparison, type Filter, parsePath, type Segment } from "./json-path-syntax";

/** What a path leads to. An indefinite path (a wildcard, a slice, a filter) may lead to several values, or to none. */
export interface Selection {
  readonly values: readonly Json[];
  readonly isDefinite: boolean;
  /** Whether there is anything at the part of the path that comes before the first wildcard. */
  readonly isThere: boolean;
}

/** Follows a path from `root`, by the rules of Jayway's JsonPath, which the specification refers to. */
export function select(path: string, root: Json): Selection {
  const segments = parsePath(path);
  const indefinite = segments.findIndex(({ kind }) => kind !== "name" && kind !== "index");
  const follow = (from: readonly Json[], steps: readonly Segment[]) =>
    steps.reduce((values, segment) => values.flatMap((value) => step(value, segment, root)), from);
  const before = follow([root], indefinite === -1 ? segments : segments.slice(0, indefinite));
  return {
    values: indefinite === -1 ? before : follow(before, segments.slice(indefinite)),
    isDefinite: indefinite === -1,
    isThere: before.length > 0,
  };
}

/**
 * The one value of a path: what a definite path finds, or all that an indefinite one does, as an array. What stands before
 * the first wildcard must be there.
 */
export function valueAt(path: string, root: Json): Json | undefined {
  const { values, isDefinite, isThere } = select(path, root);
  if (!isThere) return undefined;
  return isDefinite ? values[0] : values;
}

function step(value: Json, segment: Segment, root: Json): readonly Json[] {
  switch (segment.kind) {
    case "name":
      return isObject(value) ? present(value[segment.name]) : [];
    case "index":
      return isArray(value) ? present(value.at(segment.index)) : [];
    case "names":
      return isObject(value) ? segment.names.flatMap((name) => present(value[name])) : [];
    case "indices":
      return isArray(value) ? segment.indices.flatMap((index) => present(value.at(index))) : [];
    case "slice":
      return isArray(value) ? value.slice(segment.from, segment.to) : [];
    case "wildcard":
      return children(value);
    case "descent":
      return [value, ...descendants(value)];
    case "filter":
      return (isArray(value) ? value : [value]).filter((item) => holds(segment.filter, item, root));
  }
}

const present = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : [value]);

const children = (value: Json): readonly Json[] =>
  isArray(value) ? value : isObject(value) ? Object.values(value) : [];

const descendants = (value: Json): readonly Json[] =>
  children(value).flatMap((child) => [child, ...descendants(child)]);

function holds(filter: Filter, item: Json, root: Json): boolean {
  switch (filter.kind) {
    case "or":
      return filter.of.some((part) => holds(part, item, root));
    case "and":
      return filter.of.every((part) => holds(part, item, root));
    case "exists":
      return select(filter.path, item).values.length > 0;
    case "compare": {
      const right = filter.right.kind === "literal" ? filter.right.value : operand(filter.right.path, item, root);
      return compare(operand(filter.left, item, root), filter.operator, right);
    }
  }
}

/** `@…` is of the item; `$…` of the whole. */
function operand(path: string, item: Json, root: Json): Json | undefined {
  return path.startsWith("@") ? valueAt(`$${path.slice(1)}`, item) : valueAt(path, root);
}

function compare(left: Json | undefined, operator: Comparison, right: Json | undefined): boolean {
  if (operator === "==") return equalJson(left, right);
  if (operator === "!=") return !equalJson(left, right);
  if (left === undefined || right === undefined || left === null || right === null || typeof left !== typeof right)
    return false;
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}
