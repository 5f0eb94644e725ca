import { entry, isList, isRecord, listOf, type MaybeValue } from "../../plan/value";
import { isNothing } from "../compare";
import type { Difference } from "../difference";
import { isRule } from "../elements";

/** What an environment holds. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A field of it, and the value that it might get. */
export interface Candidate {
  readonly path: readonly (string | number)[];
  readonly value: Json;
}

/** Shorter texts are found in too much. */
const SHORTEST_PART = 3;
/** Each costs a synthesis. */
const MOST = 40;

/**
 * Edits of an environment that may express a difference: of the fields that hold what the code gives the attribute now,
 * directly, in a text, or in a list. Which of them does is for a synthesis to say.
 * @param configured what the code gives the whole attribute: a list that has nothing in common with it isn't its
 */
export function candidatesFor(environment: Json, difference: Difference, configured: MaybeValue): readonly Candidate[] {
  const { wanted, before, after, address } = difference;
  const code = wanted ?? before;
  const leaves = [...leavesOf(environment)];
  const found = [
    ...leaves.flatMap(({ path, value }) => fieldCandidates(path, value, alone(code), alone(after))),
    ...leaves.flatMap(({ path, value }) =>
      isJsonList(value) ? listCandidates(path, value, { code, actual: after, configured }) : [],
    ),
    ...egressCandidates(environment, difference),
  ];
  const unique = new Map(found.map((each) => [JSON.stringify(each), each]));
  const name = (index: string | number | undefined) => {
    const services = isJsonRecord(environment) ? environment.services : undefined;
    const service = isJsonList(services) ? services[Number(index)] : undefined;
    return isJsonRecord(service) && typeof service.name === "string" ? service.name.replaceAll("-", "_") : "";
  };
  const distance = ({ path: [first, index] }: Candidate) => {
    if (first !== "services") return 1;
    return new RegExp(`\\.${name(index)}(_|$|\\[)`).test(address) ? 0 : 2;
  };
  return [...unique.values()].sort((one, other) => distance(one) - distance(other)).slice(0, MOST);
}

/** A field that holds the value itself, or a part of the text. */
function fieldCandidates(
  path: Candidate["path"],
  field: Json,
  code: MaybeValue,
  actual: MaybeValue,
): readonly Candidate[] {
  if (!isScalar(field) || !isScalar(code) || !isScalar(actual)) return [];
  const [held, now, then] = [String(field), String(actual), String(code)];
  if (held === then) return typed(path, field, now);
  const place = held.length < SHORTEST_PART ? -1 : then.indexOf(held);
  if (place < 0) return [];
  const [head, tail] = [then.slice(0, place), then.slice(place + held.length)];
  const fits = now.length > head.length + tail.length && now.startsWith(head) && now.endsWith(tail);
  return fits ? typed(path, field, now.slice(head.length, now.length - tail.length)) : [];
}

/** As the field's own type has it. */
function typed(path: Candidate["path"], field: Json, text: string): readonly Candidate[] {
  if (typeof field === "string") return [{ path, value: text }];
  if (typeof field === "boolean") return text === "true" || text === "false" ? [{ path, value: text === "true" }] : [];
  return text !== "" && Number.isFinite(Number(text)) ? [{ path, value: Number(text) }] : [];
}

/** A list that holds what the attribute's list does, or what names the element that was added or removed. */
function listCandidates(
  path: Candidate["path"],
  list: readonly Json[],
  {
    code,
    actual,
    configured,
  }: { readonly code: MaybeValue; readonly actual: MaybeValue; readonly configured: MaybeValue },
): readonly Candidate[] {
  if (!list.every(isScalar)) return [];
  const held = list.map(String);
  const around = textsIn(configured);
  if (!held.some((text) => around.includes(text))) return [];
  const [was, is] = [textsIn(code), textsIn(actual)];
  const isWhole = isList(code) && isList(actual);
  if (isWhole) {
    const [old, now] = [
      was.filter((text) => held.includes(text)),
      is.filter((text) => held.includes(text) || !was.includes(text)),
    ];
    if (old.length !== held.length) return [];
    const isReordered = now.length === held.length && now.every((text) => held.includes(text));
    const kept = isReordered ? now : held.filter((text) => now.includes(text));
    return [{ path, value: [...kept, ...now.filter((text) => !kept.includes(text))] }];
  }
  if (isNothing(code))
    return is.filter((text) => !held.includes(text)).map((text) => ({ path, value: [...list, text] }));
  if (isNothing(actual))
    return held
      .filter((text) => was.includes(text))
      .map((text) => ({ path, value: held.filter((each) => each !== text) }));
  return [];
}

/** A rule to where compute may connect: of one TCP port and one range. */
function egressCandidates(environment: Json, { attribute, before, wanted, after }: Difference): readonly Candidate[] {
  if (!attribute.startsWith("egress") || !isJsonRecord(environment) || !isJsonRecord(environment.network)) return [];
  const path = ["network", "egress"];
  const rules = isJsonList(environment.network.egress) ? environment.network.egress : [];
  const code = wanted ?? before;
  if (isRule(after) && isNothing(code)) {
    const [cidr, ...more] = listOf(entry(after, "cidr_blocks")).map(String);
    const [from, to, description] = [entry(after, "from_port"), entry(after, "to_port"), entry(after, "description")];
    if (cidr === undefined || more.length > 0 || from !== to || typeof from !== "number") return [];
    const named = typeof description === "string" && description !== "" ? description : "Added by hand";
    return [{ path, value: [...rules, { description: named, port: from, cidr }] }];
  }
  if (isRule(code) && isNothing(after)) {
    const [port, cidrs] = [entry(code, "from_port"), listOf(entry(code, "cidr_blocks"))];
    return [
      {
        path,
        value: rules.filter((rule) => !(isJsonRecord(rule) && rule.port === port && cidrs.includes(String(rule.cidr)))),
      },
    ];
  }
  const port = /^egress\[tcp (\d+)[^\]]*\]\.cidr_blocks$/.exec(attribute)?.[1];
  if (port === undefined) return [];
  const others = rules.filter((rule) => isJsonRecord(rule) && String(rule.port) !== port);
  const model = rules.find((rule) => isJsonRecord(rule) && String(rule.port) === port);
  if (!isJsonRecord(model)) return [];
  const listed = rules.filter(
    (rule) => isJsonRecord(rule) && String(rule.port) === port && textsIn(after).includes(String(rule.cidr)),
  );
  const added = textsIn(after).filter((cidr) => !rules.some((rule) => isJsonRecord(rule) && rule.cidr === cidr));
  return [{ path, value: [...others, ...listed, ...added.map((cidr) => ({ ...model, cidr }))] }];
}

/** Fields of one value, and lists. */
function* leavesOf(value: Json, path: Candidate["path"] = []): Generator<Candidate> {
  if (isJsonList(value)) {
    yield { path, value };
    for (const [index, element] of value.entries()) yield* leavesOf(element, [...path, index]);
  } else if (isJsonRecord(value)) {
    for (const [key, field] of Object.entries(value)) yield* leavesOf(field, [...path, key]);
  } else yield { path, value };
}

/** What is alone in its list. */
function alone(value: MaybeValue): MaybeValue {
  return isList(value) && value.length === 1 ? value[0] : value;
}

/** Every text and number in a value, in order, each once. */
function textsIn(value: MaybeValue): readonly string[] {
  if (isList(value)) return [...new Set(value.flatMap(textsIn))];
  if (isRecord(value)) return [...new Set(Object.values(value).flatMap(textsIn))];
  return isScalar(value) && value !== "" ? [String(value)] : [];
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);
const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isJsonRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
