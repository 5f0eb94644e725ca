import { isKnown, isList, isRecord, type Reference, referencesOf, Unknown, type Value } from "../value";
import { referencesIn } from "./names";
import { NotUnderstood } from "./syntax";
import { escapeTemplate, splitTemplate } from "./template";

/** Stands for an interpolation while the text around it is JSON: private-use characters, which no policy holds. */
const MARK = /\uE000(\d+)\uE001/g;
const mark = (index: number) => `\uE000${index}\uE001`;

/** JSON text as Terraform's `jsonencode` writes it; with anything unknown inside, a template of that text. */
export function encodeJson(value: Value): Value {
  const codes: string[] = [];
  const plain = (part: Value): unknown => {
    if (part instanceof Unknown) {
      if (part.template === undefined) throw new NotUnderstood("an unknown value without a text");
      return splitTemplate(part.template)
        .map((piece) => ("text" in piece ? piece.text : mark(codes.push(piece.code) - 1)))
        .join("");
    }
    if (isList(part)) return part.map(plain);
    if (!isRecord(part)) return part;
    const keys = Object.keys(part).sort();
    return Object.fromEntries(keys.map((key) => [key, plain(part[key] ?? null)]));
  };
  const text = JSON.stringify(plain(value)).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  if (isKnown(value)) return text;
  const template = escapeTemplate(text).replace(MARK, (_, index) => `\${${codes[Number(index)]}}`);
  return new Unknown(referencesOf(value), template);
}

/**
 * The value of a JSON text. In a text that is known but for some references, what holds one is an `Unknown` of its own,
 * and the rest is known. `undefined`: it isn't JSON, or nothing of it is known.
 */
export function decodeJson(text: Value): Value | undefined {
  if (typeof text === "string") return parse(text);
  if (!(text instanceof Unknown) || text.template === undefined) return undefined;
  const { template, references } = text;
  const codes: string[] = [];
  let marked = "";
  let quoted = false;
  try {
    for (const part of splitTemplate(template)) {
      if ("text" in part) {
        marked += part.text;
        quoted = endsInQuotes(part.text, quoted);
      } else {
        const placeholder = mark(codes.push(part.code) - 1);
        marked += quoted ? placeholder : JSON.stringify(placeholder);
      }
    }
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
  if (marked === JSON.stringify(mark(0))) return undefined;
  const restore = (value: Value): Value => {
    if (typeof value === "string") {
      if (value.search(MARK) < 0) return value;
      const restored = escapeTemplate(value).replace(MARK, (_, index) => `\${${codes[Number(index)]}}`);
      return new Unknown(mentioned(references, restored), restored);
    }
    if (isList(value)) return value.map(restore);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, restore(inner)]));
  };
  const parsed = parse(marked);
  return parsed === undefined ? undefined : restore(parsed);
}

function parse(text: string): Value | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Those of the references that a text names; all where it names none of them, as through a local value. */
function mentioned(references: readonly Reference[], text: string): readonly Reference[] {
  const names = new Set(referencesIn(text).map(({ address, attribute }) => `${address} ${attribute}`));
  const found = references.filter(({ address, attribute }) => names.has(`${address} ${attribute}`));
  return found.length > 0 ? found : references;
}

/** Whether JSON text ends inside quotes, given whether it begins there. */
function endsInQuotes(text: string, beginsInQuotes: boolean): boolean {
  const quotes = text.replace(/\\./g, "").split('"').length - 1;
  return beginsInQuotes !== (quotes % 2 === 1);
}
