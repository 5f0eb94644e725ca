import { decodeJson } from "../../../plan/expression/json";
import { isList, isRecord, type MaybeValue, Unknown, type Value } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { secretIn } from "../../vocabulary/secrets";

export const documentsWithoutSecrets: Check = (plan) =>
  plan.resources("aws_ssm_document").map((document) => {
    const content = document.get("content") ?? null;
    const secret = [...textsIn(decodeJson(content)), ...textsIn(content)]
      .map(secretIn)
      .find((found) => found !== undefined);
    return judge(document.address, secret === undefined, `its content holds ${secret}`);
  });

/** Every text in a value, by itself: of JSON, each string; of YAML, the whole. */
function textsIn(value: MaybeValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Unknown) return value.template === undefined ? [] : [value.template];
  if (!isList(value) && !isRecord(value)) return [];
  return Object.values(value).flatMap((inner: Value) => textsIn(inner));
}
