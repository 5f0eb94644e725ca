import type { Existing } from "../account/existing";
import { entry, isRecord, listOf, type MaybeValue, type ValueRecord } from "../plan/value";

/**
 * Tells what of an account Terraform's states hold, by type and id, or by ARN.
 * @param documents outputs of `terraform show -json`, of every stack
 */
export function managedBy(documents: readonly ValueRecord[]): (existing: Existing) => boolean {
  const known = new Set(documents.flatMap((document) => [...namesIn(document)]));
  return ({ type, id, arn }) => known.has(`${type} ${id}`) || (arn !== undefined && known.has(arn));
}

function* namesIn(document: ValueRecord): Generator<string> {
  const state = entry(document, "prior_state");
  const values = isRecord(state) ? entry(state, "values") : undefined;
  for (const resource of resourcesIn(isRecord(values) ? entry(values, "root_module") : undefined)) {
    if (entry(resource, "mode") !== "managed") continue;
    const of = entry(resource, "values");
    const id = isRecord(of) ? entry(of, "id") : undefined;
    yield `${entry(resource, "type")} ${id}`;
    for (const attribute of ["arn", "id"]) {
      const value = isRecord(of) ? entry(of, attribute) : undefined;
      if (typeof value === "string" && value.startsWith("arn:")) yield value.replace(/:\*$/, "");
    }
  }
}

function* resourcesIn(module: MaybeValue): Generator<ValueRecord> {
  if (!isRecord(module)) return;
  yield* listOf(entry(module, "resources")).filter(isRecord);
  for (const child of listOf(entry(module, "child_modules"))) yield* resourcesIn(child);
}
