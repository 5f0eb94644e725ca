import type { Existing } from "../account/existing";
import { entry, isRecord, listOf, type MaybeValue, type ValueRecord } from "../plan/value";
import { readChanges } from "./changes";

/** A resource that a state holds. */
export interface InState {
  readonly address: string;
  readonly type: string;
  readonly id: string;
  /** All that AWS may call it: id, name, ARN. */
  readonly names: readonly string[];
}

/**
 * Tells what of an account Terraform's states hold, by type and id, or by ARN.
 * @param documents outputs of `terraform show -json`, of every stack
 */
export function managedBy(documents: readonly ValueRecord[]): (existing: Existing) => boolean {
  const all = documents.flatMap((document) => [...resourcesInState(document)]);
  const ids = new Set(all.map(({ type, id }) => `${type} ${id}`));
  const arns = new Set(all.flatMap(({ names }) => names.filter((name) => name.startsWith("arn:"))));
  // What is known by its ARN alone: that ends in the id of what has none in the state.
  const plain = new Set(all.map(({ id }) => id));
  return ({ type, id, arn }) =>
    ids.has(`${type} ${id}`) || (arn !== undefined && arns.has(arn)) || (type === "" && plain.has(id));
}

/** The resources of the state that a plan was made of. */
export function* resourcesInState(document: ValueRecord): Generator<InState> {
  const state = entry(document, "prior_state");
  const values = isRecord(state) ? entry(state, "values") : undefined;
  for (const resource of resourcesIn(isRecord(values) ? entry(values, "root_module") : undefined)) {
    const of = entry(resource, "values");
    if (entry(resource, "mode") !== "managed" || !isRecord(of)) continue;
    yield {
      address: String(entry(resource, "address")),
      type: String(entry(resource, "type")),
      id: String(entry(of, "id")),
      names: namesOf(of),
    };
  }
}

/** What AWS calls a resource that is there, or was until somebody deleted it; none where it isn't known. */
export function awsNames(address: string, documents: readonly ValueRecord[]): readonly string[] {
  for (const document of documents) {
    for (const resource of resourcesInState(document)) if (resource.address === address) return resource.names;
    const before = readChanges(document).drift.get(address)?.before;
    if (isRecord(before)) return namesOf(before);
  }
  return [];
}

function namesOf(values: ValueRecord): readonly string[] {
  const texts = ["id", "name", "arn", "alarm_name"].map((attribute) => entry(values, attribute));
  const present = texts.filter((text) => typeof text === "string" && text !== "");
  return [...new Set(present.map((text) => String(text).replace(/:\*$/, "")))];
}

function* resourcesIn(module: MaybeValue): Generator<ValueRecord> {
  if (!isRecord(module)) return;
  yield* listOf(entry(module, "resources")).filter(isRecord);
  for (const child of listOf(entry(module, "child_modules"))) yield* resourcesIn(child);
}
