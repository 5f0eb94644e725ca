import { decodeJson, encodeJson } from "./expression/json";
import { entry, isList, isRecord, listOf, type MaybeValue, Unknown, type Value, type ValueRecord } from "./value";

const TYPE = "data.aws_iam_policy_document.";

/** Whether an attribute of a data source is the text of a policy document. */
export function isPolicyDocument(address: string, attribute: string): boolean {
  return address.includes(TYPE) && (attribute === "json" || attribute === "minified_json");
}

/**
 * The JSON text of an `aws_iam_policy_document` data source. `undefined`: something in it isn't known, or it is merged
 * with others by `Sid`, which isn't followed.
 */
export function policyDocumentText(values: ValueRecord): Value | undefined {
  const overridden = ["override_json", "override_policy_documents"].some(
    (key) => listOf(entry(values, key)).length > 0,
  );
  const sources = [...listOf(entry(values, "source_json")), ...listOf(entry(values, "source_policy_documents"))];
  const merged = sources.map((source) => decodeJson(source));
  const own = entry(values, "statement");
  if (overridden || own instanceof Unknown || !merged.every(isRecord)) return undefined;
  const statements = listOf(own).map(statement);
  if (statements.includes(undefined)) return undefined;
  return encodeJson({
    Version: entry(values, "version") ?? "2012-10-17",
    Statement: [...merged.flatMap((document) => listOf(entry(document, "Statement"))), ...(statements as Value[])],
  });
}

function statement(block: Value): ValueRecord | undefined {
  if (!isRecord(block)) return undefined;
  const parts = {
    Sid: set(entry(block, "sid")),
    Effect: set(entry(block, "effect")) ?? "Allow",
    Action: several(entry(block, "actions")),
    NotAction: several(entry(block, "not_actions")),
    Resource: several(entry(block, "resources")),
    NotResource: several(entry(block, "not_resources")),
    Principal: principals(entry(block, "principals")),
    NotPrincipal: principals(entry(block, "not_principals")),
    Condition: conditions(entry(block, "condition")),
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]): [string, Value][] => (value === undefined ? [] : [[key, value]])),
  );
}

function set(value: MaybeValue): MaybeValue {
  return value === null || value === "" ? undefined : value;
}

function several(value: MaybeValue): MaybeValue {
  return isList(value) && value.length === 0 ? undefined : set(value);
}

function principals(value: MaybeValue): MaybeValue {
  if (value instanceof Unknown) return value;
  const blocks = listOf(value).filter(isRecord);
  if (blocks.length === 0) return undefined;
  return grouped(blocks, (block) => [entry(block, "type"), undefined, entry(block, "identifiers")]);
}

function conditions(value: MaybeValue): MaybeValue {
  if (value instanceof Unknown) return value;
  const blocks = listOf(value).filter(isRecord);
  if (blocks.length === 0) return undefined;
  return grouped(blocks, (block) => [entry(block, "test"), entry(block, "variable"), entry(block, "values")]);
}

/** Blocks as IAM nests them: kind, key where there is one, values. */
function grouped(
  blocks: readonly ValueRecord[],
  parts: (block: ValueRecord) => readonly [kind: MaybeValue, key: MaybeValue, values: MaybeValue],
): ValueRecord {
  const groups = new Map<string, Value>();
  for (const block of blocks) {
    const [kind, key, values] = parts(block);
    const before = groups.get(String(kind));
    if (key === undefined) {
      groups.set(String(kind), [...listOf(before), ...listOf(values)]);
    } else {
      const keys = isRecord(before) ? before : {};
      groups.set(String(kind), { ...keys, [String(key)]: [...listOf(entry(keys, String(key))), ...listOf(values)] });
    }
  }
  return Object.fromEntries(groups);
}
