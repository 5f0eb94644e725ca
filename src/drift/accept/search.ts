import type { Plan } from "../../plan/plan";
import { isList, isRecord, type MaybeValue } from "../../plan/value";
import { compare, differ, isNothing } from "../compare";
import type { Difference } from "../difference";
import { isRule } from "../elements";
import { type Candidate, candidatesFor, type Json } from "./candidates";

/** The configurations of an environment's stacks, by their names. */
export type Stacks = ReadonlyMap<string, Plan>;

/** An edit that expresses a difference. */
export interface Expressed extends Candidate {
  /** Other differences that it expresses as well, as `address.attribute`. */
  readonly settles: readonly string[];
  /** What the next apply would change for it, as `address.attribute`. */
  readonly also: readonly string[];
}

export interface SearchProps {
  /** With every default. */
  readonly environment: Json;
  readonly difference: Difference;
  /** All that are open: what else is as the edit would have it is settled too. */
  readonly others: readonly Difference[];
  readonly stacks: Stacks;
  /** The stacks as they would be with an edit; `undefined`: an environment's checks refuse it. */
  readonly edited: (candidate: Candidate) => Stacks | undefined;
}

/**
 * The field that expresses a difference, found by trying: an edit counts if a synthesis with it gives the attribute the
 * value that it has in the account. Of several, the one that changes least besides. No table of fields is kept that could
 * be wrong.
 */
export function search({ environment, difference, others, stacks, edited }: SearchProps): Expressed | undefined {
  let best: Expressed | undefined;
  const resource = [...stacks.values()]
    .map((plan) => plan.resource(difference.address))
    .find((each) => each !== undefined);
  const configured = resource?.values[difference.attribute.split(/[.[]/, 1)[0] ?? ""];
  for (const candidate of candidatesFor(environment, difference, configured)) {
    const after = edited(candidate);
    if (after === undefined) continue;
    const changes = changesBetween(stacks, after);
    if (!changes.some((change) => expresses(change, difference))) continue;
    const rest = changes.filter((change) => !expresses(change, difference));
    const settled = rest.filter((change) => others.some((other) => expresses(change, other)));
    const also = [...described(difference), ...rest.filter((change) => !settled.includes(change)).map(nameOf)];
    if (best === undefined || also.length < best.also.length)
      best = { ...candidate, settles: settled.map(nameOf), also };
    if (also.length === 0) return best;
  }
  return best;
}

interface Change {
  readonly address: string;
  readonly path: string;
  readonly now: MaybeValue;
}

/** What two synthesized configurations differ in. */
function changesBetween(before: Stacks, after: Stacks): readonly Change[] {
  return [...after].flatMap(([stack, plan]) => {
    const old = before.get(stack);
    const addresses = new Set([...(old?.resources() ?? []), ...plan.resources()].map(({ address }) => address));
    return [...addresses].flatMap((address): readonly Change[] => {
      const [was, is] = [old?.resource(address)?.values, plan.resource(address)?.values];
      if (was === undefined || is === undefined) return [{ address, path: "", now: undefined }];
      return compare({ left: was, actual: is, wanted: is, unknown: undefined, sensitive: [] }).map(
        ({ path, actual }) => ({
          address,
          path,
          now: actual,
        }),
      );
    });
  });
}

/** Whether a change of the configuration brings an attribute to where it is. */
function expresses({ address, path, now }: Change, { address: at, attribute, after }: Difference): boolean {
  // Which words tell rules apart depends on the others.
  const isSameRule = isRule(now) && isRule(after) && path.split("[")[0] === attribute.split("[")[0];
  return address === at && (isSameRule || plainPath(path) === plainPath(attribute)) && !isOther(now, after);
}

/** A rule without a description gets one: every rule of an environment has it. */
function described({ address, attribute, after }: Difference): readonly string[] {
  return isRule(after) && isNothing(after.description) ? [`${address}.${attribute}.description`] : [];
}

/** A plan writes every block as a list, a configuration need not. */
const plainPath = (path: string) => path.replaceAll("[0]", "");

/** Whether a configured value isn't what the account has; what isn't configured is AWS's to fill in. */
function isOther(configured: MaybeValue, actual: MaybeValue): boolean {
  if (isNothing(configured)) return !isNothing(actual);
  if (isRecord(configured) && isRecord(actual)) {
    // What a block leaves out is its default; a rule of an environment has a description, one that is made by hand need not.
    const isLeftOut = (key: string, field: MaybeValue) =>
      isNothing(field)
        ? [undefined, null, false, 0].includes(actual[key] as never)
        : key === "description" && isNothing(actual[key]);
    return Object.entries(configured).some(([key, field]) => !isLeftOut(key, field) && isOther(field, actual[key]));
  }
  if (isList(configured) && isList(actual)) {
    return differ([...configured].map(text).sort(), [...actual].map(text).sort());
  }
  return String(configured) !== String(actual);
}

const text = (value: MaybeValue) => (isRecord(value) || isList(value) ? JSON.stringify(value) : String(value));
const nameOf = ({ address, path }: Change) => (path === "" ? address : `${address}.${path}`);
