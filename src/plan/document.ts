import { PlanError } from "./plan-error";
import { isList, isRecord, type MaybeValue, type ValueRecord } from "./value";

/** A block of Terraform's JSON configuration: its labels (type and name of a resource) and its body. */
export interface LabelledBlock {
  readonly labels: readonly string[];
  readonly body: ValueRecord;
}

/**
 * The blocks of a kind. Terraform allows a list in place of an object at each level, and CDKTF's comments (`//`) are
 * none.
 * @throws PlanError where there is neither an object nor a list of objects
 */
export function labelledBlocks(value: MaybeValue, kind: string, labelCount: number): readonly LabelledBlock[] {
  if (value === undefined || value === null) return [];
  if (isList(value)) return value.flatMap((element) => labelledBlocks(element, kind, labelCount));
  if (!isRecord(value)) throw new PlanError(`${kind} is ${JSON.stringify(value).slice(0, 40)}; an object was expected`);
  if (labelCount === 0) return [{ labels: [], body: value }];
  return Object.entries(value)
    .filter(([label]) => label !== "//")
    .flatMap(([label, inner]) =>
      labelledBlocks(inner, `${kind}.${label}`, labelCount - 1).map(({ labels, body }) => ({
        labels: [label, ...labels],
        body,
      })),
    );
}
