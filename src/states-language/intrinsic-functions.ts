import { createHash } from "node:crypto";
import { equalJson, isArray, isObject, type Json, type JsonObject } from "./json";

/** A number from 0 to below 1: the caller's, so that a run can be repeated. */
export type Randomness = () => number;
type IntrinsicFunction = (values: readonly Json[], random: Randomness) => Json;

/** Most elements that `States.ArrayRange` makes, and most characters that the encoding functions take. */
const MOST_ELEMENTS = 1000;
const MOST_CHARACTERS = 10_000;

/** The specification's appendix B. */
export const FUNCTIONS: { readonly [name: string]: IntrinsicFunction | undefined } = {
  "States.Format": ([template, ...values]) => format(string(template), values),
  "States.StringToJson": ([text]) => JSON.parse(string(text)),
  "States.JsonToString": ([value]) => JSON.stringify(given(value)),
  "States.Array": (values) => values,
  "States.ArrayPartition": ([list, size]) => partition(array(list), integer(size)),
  "States.ArrayContains": ([list, wanted]) => array(list).some((item) => equalJson(item, given(wanted))),
  "States.ArrayRange": ([first, last, step]) => range(integer(first), integer(last), integer(step)),
  "States.ArrayGetItem": ([list, index]) => item(array(list), integer(index)),
  "States.ArrayLength": ([list]) => array(list).length,
  "States.ArrayUnique": ([list]) =>
    array(list).filter((value, index, all) => all.findIndex((other) => equalJson(other, value)) === index),
  "States.Base64Encode": ([text]) => Buffer.from(short(string(text))).toString("base64"),
  "States.Base64Decode": ([text]) => Buffer.from(short(string(text)), "base64").toString(),
  "States.Hash": ([data, algorithm]) =>
    createHash(string(algorithm).replace("-", "").toLowerCase())
      .update(short(typeof data === "string" ? data : JSON.stringify(given(data))))
      .digest("hex"),
  "States.JsonMerge": ([one, other, isDeep]) => merge(object(one), object(other), isDeep === true),
  "States.MathRandom": ([start, end], random) =>
    integer(start) + Math.floor(random() * (integer(end) - integer(start))),
  "States.MathAdd": ([one, other]) => integer(one) + integer(other),
  "States.StringSplit": ([text, delimiters]) => split(string(text), string(delimiters)),
  "States.UUID": (_, random) =>
    "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replaceAll("x", () => Math.floor(random() * 16).toString(16)),
};

function format(template: string, values: readonly Json[]): string {
  const [first = "", ...others] = template.split(/(?<!\\)\{\}/);
  if (others.length !== values.length) throw new Error(`${others.length} times {}, ${values.length} values`);
  const filled = others.reduce((text, part, index) => `${text}${plain(values[index])}${part}`, first);
  return filled.replaceAll(/\\([{}])/g, "$1");
}

function plain(value: Json | undefined): string {
  if (isArray(value) || isObject(value)) throw new Error(`${JSON.stringify(value)} has no plain text`);
  return String(value);
}

function partition(list: readonly Json[], size: number): Json {
  if (size < 1) throw new Error(`a size of ${size}`);
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

function range(first: number, last: number, step: number): Json {
  if (step === 0) throw new Error("a step of 0");
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > MOST_ELEMENTS) throw new Error(`${length} elements; ${MOST_ELEMENTS} at most`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function item(list: readonly Json[], index: number): Json {
  if (index < 0 || index >= list.length) throw new Error(`no element ${index} of ${list.length}`);
  return given(list[index]);
}

/** Splits at each of the characters; empty parts are left out. */
function split(text: string, delimiters: string): Json {
  const parts = [""];
  for (const character of text) {
    if (delimiters.includes(character)) parts.push("");
    else parts.push(`${parts.pop()}${character}`);
  }
  return parts.filter((part) => part !== "");
}

function merge(one: JsonObject, other: JsonObject, isDeep: boolean): JsonObject {
  const merged = Object.entries(other).map(([name, value]): [string, Json] => {
    const before = one[name];
    return [name, isDeep && isObject(before) && isObject(value) ? merge(before, value, true) : value];
  });
  return { ...one, ...Object.fromEntries(merged) };
}

function given(value: Json | undefined): Json {
  if (value === undefined) throw new Error("an argument is missing");
  return value;
}

function string(value: Json | undefined): string {
  if (typeof value !== "string") throw new Error(`${JSON.stringify(value)} isn't a string`);
  return value;
}

function integer(value: Json | undefined): number {
  if (!Number.isInteger(value)) throw new Error(`${JSON.stringify(value)} isn't an integer`);
  return Number(value);
}

function array(value: Json | undefined): readonly Json[] {
  if (!isArray(value)) throw new Error(`${JSON.stringify(value)} isn't an array`);
  return value;
}

function object(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new Error(`${JSON.stringify(value)} isn't an object`);
  return value;
}

function short(text: string): string {
  if (text.length > MOST_CHARACTERS) throw new Error(`${text.length} characters; ${MOST_CHARACTERS} at most`);
  return text;
}
