import type { Json, JsonObject, TerraformDocument } from "../terraform-json";
import { type Becomes, GONE, OPERATORS, type OperatorName, type Place, variants } from "./operators";
import { isRequired } from "./required";
import { structureOf, withStructure } from "./texts";

/** One change of one place of the stacks' JSON. */
export interface Mutant extends Place {
  readonly operator: OperatorName;
  readonly stack: string;
  readonly becomes: Becomes;
}

/**
 * Every mutant that an operator makes of what the stacks deploy, but those that Terraform refuses before anything judges
 * them, and wider Denies: they protect more.
 */
export function mutants(documents: ReadonlyMap<string, TerraformDocument>, operator: OperatorName): readonly Mutant[] {
  return [...documents].flatMap(([stack, document]) =>
    places(document)
      .flatMap((place) => variants(operator, place).map((becomes): Mutant => ({ ...place, operator, stack, becomes })))
      .filter(({ path, becomes }) => !(becomes === GONE && isRefused(document, path)))
      .filter(({ path: [block = ""] }) => !HANDED_ON.includes(block))
      .filter(({ path }) => !(operator.startsWith("widen") && isDenied(document, path))),
  );
}

export const OPERATOR_NAMES = Object.keys(OPERATORS) as readonly OperatorName[];

/** The document with the mutant's change. */
export const mutated = (document: TerraformDocument, { path, becomes }: Mutant): TerraformDocument =>
  change(document, path, becomes) as TerraformDocument;

/** Every place of a document, and of the texts in it. What isn't set is none; comments say nothing to Terraform. */
export function places(value: Json, path: readonly string[] = []): readonly Place[] {
  const structure = structureOf(value);
  const inner =
    structure === undefined
      ? []
      : Object.entries(structure)
          .filter(([key, entry]) => key !== "//" && entry !== null)
          .flatMap(([key, entry]) => places(entry, [...path, key]));
  return isGroup(path) ? inner : [{ path, value }, ...inner];
}

/** What Terraform hands on, and deploys nowhere. */
const HANDED_ON = ["output", "variable"];

/** Whether the statement of a policy in which the place is denies what it says. */
function isDenied(document: TerraformDocument, path: readonly string[]): boolean {
  const [last] = path.flatMap((part, index) => (part === "Statement" ? [index] : [])).slice(-1);
  return last !== undefined && valueAt(document, [...path.slice(0, last + 2), "Effect"]) === "Deny";
}

/** What only groups blocks: the document, all resources, those of one type. */
const isGroup = ([first, ...rest]: readonly string[]) =>
  first === undefined || (rest.length === 0 && first !== "terraform") || (first === "resource" && rest.length === 1);

/** Whether Terraform needs what stands there. */
function isRefused(document: TerraformDocument, path: readonly string[]): boolean {
  const [block, type = "", , ...rest] = path;
  if (block !== "resource" || rest.length === 0) return false;
  const isOnlyElement = /^\d+$/.test(rest.at(-1) ?? "") && lengthAt(document, path.slice(0, -1)) === 1;
  const argument = isOnlyElement ? rest.slice(0, -1) : rest;
  return (isOnlyElement || !/^\d+$/.test(rest.at(-1) ?? "")) && isRequired(type, argument);
}

const lengthAt = (document: Json, path: readonly string[]): number =>
  Object.keys(structureOf(valueAt(document, path)) ?? {}).length;

/** What stands at a path, in texts too. */
function valueAt(value: Json | undefined, [key, ...rest]: readonly string[]): Json | undefined {
  return key === undefined ? value : valueAt((structureOf(value) as JsonObject | undefined)?.[key], rest);
}

function change(value: Json, [key = "", ...rest]: readonly string[], becomes: Becomes): Json {
  const structure = structuredClone(structureOf(value)) as JsonObject;
  if (rest.length > 0) structure[key] = change(structure[key] ?? null, rest, becomes);
  else if (becomes !== GONE) structure[key] = becomes;
  else if (Array.isArray(structure)) structure.splice(Number(key), 1);
  else delete structure[key];
  return withStructure(value, structure);
}
