import { parseAddress } from "./address";
import { entry, isList, isRecord, type Value, type ValueRecord } from "./value";

/** Where a resource's block is written. */
export interface Place {
  /** In the file, from 1. */
  readonly line: number;
  /** Path of its construct, as CDKTF notes it in a comment. */
  readonly construct: string | undefined;
}

/**
 * Where each resource of a `cdk.tf.json` is written, by its address without an index. Empty for the output of
 * `terraform show -json`: it says nothing of the files that the plan comes from.
 * @param text JSON
 */
export function resourcePlaces(text: string): ReadonlyMap<string, Place> {
  const document: Value = JSON.parse(text);
  const places = new Map<string, Place>();
  for (const { path, line } of keysOf(text, 3)) {
    const [kind, type = "", name = ""] = path;
    const address = `${type}.${name}`;
    if (kind !== "resource" || path.length < 3 || type === "//" || places.has(address)) continue;
    places.set(address, { line, construct: constructOf(document, path) });
  }
  return places;
}

/** The place of an instance's block. */
export function placeOf(places: ReadonlyMap<string, Place>, address: string): Place | undefined {
  const { module, resource } = parseAddress(address);
  return places.get(module + resource);
}

function constructOf(document: Value, path: readonly string[]): string | undefined {
  const found = [...path, "//", "metadata", "path"].reduce<readonly Value[]>(
    (values, key) => values.flatMap((value) => step(value, key)),
    [document],
  )[0];
  return typeof found === "string" ? found : undefined;
}

/** Terraform allows a list in place of an object at each level. */
function step(value: Value, key: string): readonly Value[] {
  if (isList(value)) return value.flatMap((element) => step(element, key));
  const found = isRecord(value) ? entry(value as ValueRecord, key) : undefined;
  return found === undefined ? [] : [found];
}

interface FoundKey {
  /** Keys of the objects around it, and itself. */
  readonly path: readonly string[];
  readonly line: number;
}

/** Texts, and what opens, closes or parts; between them is nothing that makes a path or a line. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],\n]/g;

/** The keys of a JSON text's objects, down to a depth, each with its line. */
function* keysOf(text: string, depth: number): Generator<FoundKey> {
  const open: ("object" | "array")[] = [];
  // The key of each object that is open, the innermost last.
  const keys: string[] = [];
  let expectsKey = false;
  let line = 1;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === "\n") line += 1;
    else if (token === "{") {
      open.push("object");
      keys.push("");
      expectsKey = true;
    } else if (token === "[") {
      open.push("array");
      expectsKey = false;
    } else if (token === "}" || token === "]") {
      if (open.pop() === "object") keys.pop();
      expectsKey = false;
    } else if (token === ",") {
      expectsKey = open.at(-1) === "object";
    } else if (expectsKey) {
      expectsKey = false;
      const key: unknown = keys.length <= depth ? JSON.parse(token) : "";
      keys[keys.length - 1] = String(key);
      if (keys.length <= depth) yield { path: [...keys], line };
    }
  }
}
