import { type Change, readChanges } from "../drift/changes";
import { type Compared, compare } from "../drift/compare";
import { configuredBy } from "../drift/configured";
import type { Difference } from "../drift/difference";
import { weightOf, weightOfLoss } from "../drift/severity";
import { foldTags } from "../drift/tags";
import { isRecord, type ValueRecord } from "../plan/value";

/** A resource that an apply would destroy: to make it anew, or for good. */
export interface Lost {
  readonly address: string;
  /** Whether it would be adopted, or is Terraform's already. */
  readonly isImported: boolean;
  /** Attributes that can't change without it. */
  readonly because: readonly string[];
  /** Of these, what refers to another that would be replaced, by that one's address. */
  readonly follows: ReadonlyMap<string, string>;
  /** As it is, and as the code has it. */
  readonly actual: ValueRecord;
  readonly wanted: ValueRecord;
  /** Terraform's own word for it, where it is no attribute. */
  readonly reason: string | undefined;
}

/** What a plan with `import` blocks would do. */
export interface Review {
  /** Addresses, with the ids that are taken. */
  readonly imports: ReadonlyMap<string, string>;
  /** Addresses before and after. */
  readonly moves: ReadonlyMap<string, string>;
  /** What isn't there, and is made. */
  readonly added: readonly string[];
  /** What is Terraform's already, and is changed. */
  readonly changed: readonly string[];
  /** Nothing may be: an adoption that destroys is none. */
  readonly lost: readonly Lost[];
  /** What an apply would change of what is imported: `before` as the code has it, `after` as it is. */
  readonly differences: readonly Difference[];
}

/** Reads the output of `terraform show -json`. @param source name of the stack */
export function reviewOf(document: ValueRecord, source: string): Review {
  const all = [...readChanges(document).planned.values()];
  const imported = all.filter(({ importId }) => importId !== undefined);
  const configured = configuredBy(document);
  const isKept = ({ actions }: Change) => !actions.includes("delete");
  return {
    imports: new Map(imported.map(({ address, importId = "" }) => [address, importId])),
    moves: new Map(
      all.flatMap(({ address, previousAddress }): readonly (readonly [string, string])[] =>
        previousAddress === undefined || previousAddress === address ? [] : [[previousAddress, address]],
      ),
    ),
    added: all.filter(({ actions }) => actions.join() === "create").map(({ address }) => address),
    changed: all
      .filter(({ actions, importId }) => actions.includes("update") && importId === undefined)
      .map(({ address }) => address),
    lost: all.filter((change) => !isKept(change)).map((change, _, gone) => lostOf(change, gone, configured)),
    differences: imported.filter(isKept).flatMap((change) =>
      comparedIn(change)
        .filter(({ attribute }) => attribute === "tags" || configured.resource(change.address).sets(attribute))
        .map((each) => differenceOf(each, change, source)),
    ),
  };
}

function lostOf(change: Change, gone: readonly Change[], configured: ReturnType<typeof configuredBy>): Lost {
  const { address, importId, reason, before, after } = change;
  const replacePaths = [...new Set(change.replacePaths)];
  const code = configured.resource(address);
  const cause = (attribute: string) =>
    gone.find((each) => code.references(attribute).some((reference) => reference.startsWith(`${each.address}.`)));
  return {
    address,
    isImported: importId !== undefined,
    because: replacePaths,
    follows: new Map(
      replacePaths.flatMap((attribute): readonly (readonly [string, string])[] => {
        const source = cause(attribute);
        return source === undefined ? [] : [[attribute, source.address]];
      }),
    ),
    actual: isRecord(before) ? before : {},
    wanted: isRecord(after) ? after : {},
    reason: replacePaths.length > 0 ? undefined : reason,
  };
}

function comparedIn(change: Change): readonly Compared[] {
  const { before, after, afterUnknown, beforeSensitive, afterSensitive } = change;
  const three = { left: before, actual: before, wanted: after, unknown: afterUnknown };
  return foldTags(compare({ ...three, sensitive: [beforeSensitive, beforeSensitive, afterSensitive] }));
}

function differenceOf(each: Compared, change: Change, source: string): Difference {
  const { path, actual, wanted, isUnknown, isSensitive } = each;
  return {
    class: "drifted",
    source,
    address: change.address,
    attribute: path,
    what: undefined,
    before: isSensitive ? null : (wanted ?? null),
    after: isSensitive ? null : (actual ?? null),
    wanted: undefined,
    isSensitive,
    isUnknown,
    ...(change.actions.includes("delete") ? weightOfLoss(change.type) : weightOf(change.type, path)),
    owner: undefined,
    destroys: false,
    isRestored: true,
    consequences: [],
  };
}
