import type { Parameters } from "./call";

type Tree = { [name: string]: Tree | string };

/**
 * The arguments of a query request: `Tags.member.1.Key=a` of the form becomes `{ Tags: [{ Key: "a" }] }`. EC2 leaves the
 * `member` out, which comes to the same.
 */
export function queryParameters(form: URLSearchParams): Parameters {
  const tree: Tree = {};
  for (const [path, value] of form) {
    if (path === "Action" || path === "Version") continue;
    const parts = path.split(".");
    const last = parts.pop() ?? path;
    let place = tree;
    for (const part of parts) {
      const next = place[part];
      place = typeof next === "object" ? next : nested(place, part);
    }
    place[last] = value;
  }
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, simplified(value)]));
}

/** The form that stands for arguments: numbered from 1, with `member` where the service has it. */
export function queryForm(action: string, version: string, parameters: Parameters, member = true): URLSearchParams {
  const form = new URLSearchParams({ Action: action, Version: version });
  const add = (path: string, value: unknown): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) add(`${path}${member ? ".member" : ""}.${index + 1}`, item);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) add(`${path}.${name}`, inner);
    } else if (value !== undefined) form.append(path, String(value));
  };
  for (const [name, value] of Object.entries(parameters)) add(name, value);
  return form;
}

function nested(place: Tree, part: string): Tree {
  const made: Tree = {};
  place[part] = made;
  return made;
}

function simplified(value: Tree | string): unknown {
  if (typeof value === "string") return value;
  const names = Object.keys(value);
  const [only] = names;
  if (names.length === 1 && (only === "member" || only === "entry") && typeof value[only] === "object") {
    return simplified(value[only]);
  }
  const isList = names.length > 0 && names.every((name) => /^\d+$/.test(name));
  if (isList) return names.sort((a, b) => Number(a) - Number(b)).map((name) => simplified(value[name] ?? {}));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, simplified(inner)]));
}
