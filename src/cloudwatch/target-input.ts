import type { Json } from "../states-language/json";
import { valueAt } from "../states-language/json-path";

/** What a rule's target is given. */
export type TargetInput =
  | { readonly kind: "event" }
  | { readonly kind: "constant"; readonly json: string }
  | { readonly kind: "part"; readonly path: string }
  /** By name in the template, the path of its value in the event. */
  | { readonly kind: "template"; readonly paths: { readonly [name: string]: string }; readonly template: string };

/**
 * What a target gets of an event.
 * @returns `undefined`: it is no JSON, so EventBridge can't deliver it
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function targetInput(input: TargetInput, event: Json): Json | undefined {
  switch (input.kind) {
    case "event":
      return event;
    case "constant":
      return parsed(input.json);
    case "part":
      return valueAt(input.path, event);
    case "template":
      return parsed(filled(input.template, input.paths, event));
  }
}

/** `<name>` becomes what its path leads to: inside quotes its text, elsewhere its JSON. What leads nowhere is empty. */
function filled(template: string, paths: { readonly [name: string]: string }, event: Json): string {
  return template.replaceAll(/"(?:[^"\\]|\\.)*"|<([\w.-]+)>/g, (piece, bare: string | undefined) => {
    const value = (name: string) => (Object.hasOwn(paths, name) ? valueAt(paths[name] ?? "$", event) : undefined);
    if (bare !== undefined) return JSON.stringify(value(bare) ?? "");
    return piece.replaceAll(/<([\w.-]+)>/g, (written, name: string) => {
      if (!Object.hasOwn(paths, name)) return written;
      const own = value(name);
      const text = own === undefined ? "" : typeof own === "string" ? own : JSON.stringify(own);
      return JSON.stringify(text).slice(1, -1);
    });
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
