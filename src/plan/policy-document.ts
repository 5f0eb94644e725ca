import { decodeJson, encodeJson } from "./expression/json";
import { entry, isList, isRecord, listOf, type MaybeValue, Unknown, type Value, type ValueRecord } from "./value";

const TYPE = "data.aws_iam_policy_document.";

/** Whether an attribute of a data source is the text of a policy document. */
export function isPolicyDocument(address: string, attribute: string): boolean {
  return address.includes(TYPE) && (attribute === "json" || attribute === "minified_json");
}

/**
 * The JSON text of an `aws_iam_policy_document` data source: the documents that it begins with, its own statements, and
 * those that override them. A statement takes the place of an earlier one with its `Sid`. `undefined`: it isn't known
 * which statements there are.
 */
export function policyDocumentText(values: ValueRecord): Value | undefined {
  const own = entry(values, "statement");
  if (own instanceof Unknown) return undefined;
  const groups = [
    ...documentsAt(values, "source_json", "source_policy_documents"),
    listOf(own).map(statement),
    ...documentsAt(values, "override_json", "override_policy_documents"),
  ];
  const statements: ValueRecord[] = [];
  for (const one of groups.flat()) {
    const sid = one && entry(one, "Sid");
    if (one === undefined || sid instanceof Unknown) return undefined;
    const before = sid === undefined ? -1 : statements.findIndex((earlier) => entry(earlier, "Sid") === sid);
    if (before < 0) statements.push(one);
    else statements[before] = one;
  }
  return encodeJson({ Version: entry(values, "version") ?? "2012-10-17", Statement: statements });
}

/** The statements of each document at the keys; of one that isn't known, `undefined`. */
function documentsAt(
  values: ValueRecord,
  ...keys: readonly string[]
): readonly (readonly (ValueRecord | undefined)[])[] {
  return keys
    .flatMap((key) => listOf(entry(values, key)))
    .filter((text) => text !== "")
    .map((text) => {
      const document = decodeJson(text);
      const statements = isRecord(document) ? listOf(entry(document, "Statement")) : [undefined];
      return statements.map((one) => (isRecord(one) ? one : undefined));
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
