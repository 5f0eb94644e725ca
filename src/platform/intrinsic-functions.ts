import type { Intrinsic, Path } from "./states-language";

/**
 * Intrinsic functions of the States Language, for keys that end in `.$`. An argument that begins with `$` or `States.` is
 * where a value is, or another call; any other text is itself.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */

type Argument = Path | Intrinsic | number | boolean | (string & {});

/** The template with each `{}` replaced by the next argument: `format("{} of {}", "$.done", "$.all")`. */
export const format = (template: string, ...values: readonly Argument[]): Intrinsic =>
  `States.Format(${[quoted(template), ...values.map(written)].join(", ")})`;

/** A list of the arguments. */
export const array = (...elements: readonly Argument[]): Intrinsic => call("Array", ...elements);

/** How many elements a list has. */
export const arrayLength = (list: Path | Intrinsic): Intrinsic => call("ArrayLength", list);

/** The element of a list at that place, counted from 0; an error where there is none. */
export const arrayGetItem = (list: Path | Intrinsic, index: Path | Intrinsic | number): Intrinsic =>
  call("ArrayGetItem", list, index);

/** Whether a list has that element. */
export const arrayContains = (list: Path | Intrinsic, element: Argument): Intrinsic =>
  call("ArrayContains", list, element);

/** The whole numbers from the first to the last in that step, 1000 at most. */
export const arrayRange = (first: number, last: number, step: number): Intrinsic =>
  call("ArrayRange", first, last, step);

/** A list cut into lists of that length, the last shorter. */
export const arrayPartition = (list: Path | Intrinsic, length: number): Intrinsic =>
  call("ArrayPartition", list, length);

/** A list with each element once. */
export const arrayUnique = (list: Path | Intrinsic): Intrinsic => call("ArrayUnique", list);

/** The sum; a negative second argument subtracts. */
export const mathAdd = (first: Path | Intrinsic | number, second: Path | Intrinsic | number): Intrinsic =>
  call("MathAdd", first, second);

/** A whole number from the first to the last. */
export const mathRandom = (first: number, last: number): Intrinsic => call("MathRandom", first, last);

/** The parts of a text between any of those characters, none of them empty. */
export const stringSplit = (text: Path | Intrinsic, characters: string): Intrinsic =>
  call("StringSplit", text, characters);

/** What a JSON text says. */
export const stringToJson = (text: Path | Intrinsic): Intrinsic => call("StringToJson", text);

/** A value as JSON text. */
export const jsonToString = (value: Path | Intrinsic): Intrinsic => call("JsonToString", value);

const call = (name: string, ...values: readonly Argument[]): Intrinsic =>
  `States.${name}(${values.map(written).join(", ")})`;

function written(argument: Argument): string {
  if (typeof argument !== "string") return String(argument);
  return /^(\$(?!\{)|States\.\w+\()/.test(argument) ? argument : quoted(argument);
}

/** Quotes and backslashes are escaped by a backslash; so are braces, but for `{}`. */
function quoted(text: string): string {
  // Its braces would be escaped, and what it stands for wouldn't be.
  if (text.includes("${")) throw new Error(`a reference to a resource (${text}) belongs in a field of its own`);
  const escaped = text.replaceAll(/['\\]/g, "\\$&").replaceAll(/\{(?!\})|(?<!\{)\}/g, "\\$&");
  return `'${escaped}'`;
}
