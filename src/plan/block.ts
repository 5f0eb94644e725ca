import type { Block } from "./plan";
import { entry, isList, isRecord, type MaybeValue, Unknown, type Value, type ValueRecord } from "./value";

/** A block over its values, whichever source they were read from. */
export class ValueBlock implements Block {
  constructor(readonly values: ValueRecord) {}

  get(path: string): MaybeValue {
    const value = path.split(".").reduce<MaybeValue>(step, this.values);
    if (value === null) return undefined;
    // A block that is there once: a plan writes a list of one, a configuration may write an object.
    if (isList(value) && value.length === 1 && isRecord(value[0])) return value[0];
    return value;
  }

  blocks(path: string): readonly Block[] {
    const value = path.split(".").reduce<MaybeValue>(step, this.values);
    return (isList(value) ? value : [value]).filter(isRecord).map((values) => new ValueBlock(values));
  }
}

function step(value: MaybeValue, key: string): MaybeValue {
  if (value instanceof Unknown) return value;
  if (isRecord(value)) return entry(value, key);
  if (!isList(value)) return undefined;
  const found = value
    .map((element) => step(element, key))
    .filter((element) => element !== undefined && element !== null);
  if (value.length === 1 || found.length === 0) return found[0];
  return found.flatMap((element): readonly Value[] => (isList(element) ? element : [element as Value]));
}
