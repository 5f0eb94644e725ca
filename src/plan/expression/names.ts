import { indexOf } from "../address";
import type { Reference } from "../value";
import type { ResolvedStep } from "./evaluate";

/** A name in an expression and the steps after it. */
export interface Name {
  readonly root: string;
  readonly steps: readonly ResolvedStep[];
}

/** `data.type.name`, `type.name`, `var.name`, …, each with what follows. An index that isn't literal is any. */
const NAMES = /\b(?:data\.[a-z]\w*|module|var|local|[a-z][a-z0-9]*_\w*)(?:\.[\w-]+|\[[^\]]*\]|\.\*)+/g;
const STEPS = /\.([\w-]+)|\[(?:"([^"]*)"|(\d+)|[^\]]*)\]|\.\*/g;

/** What an expression refers to, by its words alone: for those whose meaning isn't understood. */
export function namesIn(code: string): readonly Name[] {
  const withoutTexts = code.replace(/(?<!\[)"(?:[^"\\$]|\\.)*"(?!\])/g, '""');
  return [...withoutTexts.matchAll(NAMES)].map(([written]) => nameOf(written));
}

/** A name and its steps, as it is written. */
export function nameOf(written: string): Name {
  const root = /^\w+/.exec(written)?.[0] ?? written;
  const steps = [...written.slice(root.length).matchAll(STEPS)].map(([, attribute, key, position]): ResolvedStep => {
    if (attribute !== undefined) return { attribute };
    if (key !== undefined) return { index: key };
    return position === undefined ? "any" : { index: Number(position) };
  });
  return { root, steps };
}

/** The resources and attributes that a text refers to, by its words alone. */
export function referencesIn(text: string): readonly Reference[] {
  return namesIn(text).map((name) => ({ address: addressOf(name), attribute: attributeOf(name) }));
}

/** The address that a name begins with, with its index where that is literal. */
export function addressOf({ root, steps }: Name): string {
  const own = steps.slice(0, ownSteps(root));
  const index = steps[own.length];
  const suffix = typeof index === "object" && "index" in index ? indexOf(index.index) : "";
  return [root, ...own.map(attributeOfStep)].join(".") + suffix;
}

function attributeOf({ root, steps }: Name): string {
  return steps.slice(ownSteps(root)).map(attributeOfStep).filter(Boolean).join(".");
}

/** Steps that belong to the address: type and name of a data source, the name of anything else. */
export function ownSteps(root: string): number {
  return root === "data" ? 2 : 1;
}

function attributeOfStep(step: ResolvedStep): string {
  return typeof step === "object" && "attribute" in step ? step.attribute : "";
}
