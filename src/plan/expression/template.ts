import { NotUnderstood } from "./syntax";

/** A part of a template: text that stands for itself, or the code of an interpolation. */
export type TemplatePart = { readonly text: string } | { readonly code: string };

/**
 * Splits a template into text, its escapes resolved, and the code between `${` and `}`.
 * @throws NotUnderstood on a directive (`%{if …}`) and on an interpolation without an end
 */
export function splitTemplate(template: string): readonly TemplatePart[] {
  if (!template.includes("${") && !template.includes("%{")) return template === "" ? [] : [{ text: template }];
  const parts: TemplatePart[] = [];
  let text = "";
  let at = 0;
  while (at < template.length) {
    const two = template.slice(at, at + 2);
    if ((two === "$$" || two === "%%") && template[at + 2] === "{") {
      text += `${two[0]}{`;
      at += 3;
    } else if (two === "%{") {
      throw new NotUnderstood("a template directive");
    } else if (two === "${") {
      const end = endOfInterpolation(template, at + 2);
      if (text !== "") parts.push({ text });
      text = "";
      parts.push({ code: template.slice(at + 2, end) });
      at = end + 1;
    } else {
      const next = template.slice(at + 1).search(/[$%]/);
      const end = next < 0 ? template.length : at + 1 + next;
      text += template.slice(at, end);
      at = end;
    }
  }
  if (text !== "") parts.push({ text });
  return parts;
}

/** Text as a template writes it. */
export function escapeTemplate(text: string): string {
  return text.replace(/[$%](?=\{)/g, (character) => character + character);
}

/** The place of the brace that closes the interpolation whose code begins at `at`. */
function endOfInterpolation(template: string, at: number): number {
  let depth = 0;
  for (let here = at; here < template.length; here += 1) {
    const character = template[here];
    if (character === '"') here = endOfQuote(template, here + 1);
    else if (character === "{") depth += 1;
    else if (character === "}" && depth === 0) return here;
    else if (character === "}") depth -= 1;
  }
  throw new NotUnderstood("an interpolation without an end");
}

/** The place of the quote that ends the quoted template whose text begins at `at`. */
export function endOfQuote(code: string, at: number): number {
  for (let here = at; here < code.length; here += 1) {
    if (code[here] === "\\") here += 1;
    else if (code.startsWith("$${", here)) here += 2;
    else if (code.startsWith("${", here)) here = endOfInterpolation(code, here + 2);
    else if (code[here] === '"') return here;
  }
  throw new NotUnderstood("a text without an end");
}
