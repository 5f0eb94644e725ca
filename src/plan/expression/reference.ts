import { indexOf } from "../address";
import { isPolicyDocument } from "../policy-document";
import { isKnown, type MaybeValue, Unknown, type Value } from "../value";
import { type ResolvedStep, walk } from "./evaluate";
import { NotUnderstood } from "./syntax";

/** What an expression may refer to: an instance of a resource or data source. */
export interface Instance {
  readonly address: string;
  attribute(name: string): MaybeValue;
}

/** An attribute's value where the source says it, else a reference to it. */
export function attributeOf(instance: Instance, steps: readonly ResolvedStep[]): Value {
  const [first, ...rest] = steps;
  const unknown = reference(instance.address, steps);
  if (typeof first !== "object" || !("attribute" in first)) return unknown;
  const value = instance.attribute(first.attribute);
  if (value === undefined || value === null) return unknown;
  if (isPolicyDocument(instance.address, first.attribute)) return value;
  try {
    const found = walk(value, rest);
    return isKnown(found) ? found : unknown;
  } catch (error) {
    if (error instanceof NotUnderstood) return unknown;
    throw error;
  }
}

/** What is known only at apply, by the address it comes from and the steps from there. */
export function reference(address: string, steps: readonly ResolvedStep[]): Unknown {
  const [first, ...rest] = steps;
  const index = typeof first === "object" && "index" in first ? indexOf(first.index) : "";
  const attributes = (index === "" ? steps : rest).flatMap((step) =>
    typeof step === "object" && "attribute" in step ? [step.attribute] : [],
  );
  return new Unknown(
    [{ address: address + index, attribute: attributes.join(".") }],
    `\${${address}${steps.map(written).join("")}}`,
  );
}

function written(step: ResolvedStep): string {
  if (typeof step !== "object") return "[*]";
  return "attribute" in step ? `.${step.attribute}` : indexOf(step.index);
}

/** @throws NotUnderstood where the step is no name */
export function nameOf(step: ResolvedStep | undefined): string {
  if (typeof step === "object" && "attribute" in step) return step.attribute;
  throw new NotUnderstood("a name was expected");
}
