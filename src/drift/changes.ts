import { PlanError } from "../plan/plan-error";
import { entry, isRecord, listOf, type MaybeValue, type ValueRecord } from "../plan/value";

/** A change as Terraform's plan has it, of `resource_drift` or `resource_changes`. */
export interface Change {
  readonly address: string;
  readonly type: string;
  /** `["update"]`, `["delete", "create"]`, … */
  readonly actions: readonly string[];
  /** Why, where Terraform says it: `"replace_because_tainted"`, `"delete_because_no_resource_config"`. */
  readonly reason: string | undefined;
  readonly before: MaybeValue;
  readonly after: MaybeValue;
  /** Masks, `true` where all of it is so. */
  readonly afterUnknown: MaybeValue;
  readonly beforeSensitive: MaybeValue;
  readonly afterSensitive: MaybeValue;
  /** Attributes that can't change without a replacement. */
  readonly replacePaths: readonly string[];
  /** Id of what the code imports. */
  readonly importId: string | undefined;
  /** Address before a move. */
  readonly previousAddress: string | undefined;
  /** Key of an object that an earlier apply has left over. */
  readonly deposed: string | undefined;
}

/** What a plan says of change. */
export interface Changes {
  /** What isn't as the last apply left it, by address. */
  readonly drift: ReadonlyMap<string, Change>;
  /** What Terraform would do, by address. */
  readonly planned: ReadonlyMap<string, Change>;
  /** Objects that an earlier apply has left over. */
  readonly deposed: readonly Change[];
  /** Outputs that would change, with the addresses that they come from. */
  readonly outputs: ReadonlyMap<string, Change>;
}

/**
 * Reads them out of the output of `terraform show -json`. What data sources read is no difference of anybody's.
 * @throws PlanError of a plan that doesn't say what the code wants
 */
export function readChanges(document: ValueRecord): Changes {
  const drift = changesIn(entry(document, "resource_drift"));
  const planned = changesIn(entry(document, "resource_changes"));
  if (drift.length > 0 && entry(document, "resource_changes") === undefined) {
    throw new PlanError("a plan of -refresh-only, which doesn't say what the code wants; expected one without it");
  }
  const outputs = entry(document, "output_changes");
  return {
    drift: byAddress(drift),
    planned: byAddress(planned.filter(({ deposed }) => deposed === undefined)),
    deposed: planned.filter(({ deposed, actions }) => deposed !== undefined && actions.includes("delete")),
    outputs: new Map(
      Object.entries(isRecord(outputs) ? outputs : {}).map(([name, change]) => [
        name,
        readChange({ address: `output.${name}`, type: "output", change }),
      ]),
    ),
  };
}

function changesIn(changes: MaybeValue): readonly Change[] {
  return listOf(changes)
    .filter(isRecord)
    .filter((change) => entry(change, "mode") === "managed")
    .map(readChange);
}

const byAddress = (changes: readonly Change[]) => new Map(changes.map((change) => [change.address, change]));

function readChange(resource: ValueRecord): Change {
  const change = entry(resource, "change");
  const inner = isRecord(change) ? change : {};
  const importing = entry(inner, "importing");
  return {
    address: String(entry(resource, "address")),
    type: String(entry(resource, "type")),
    actions: listOf(entry(inner, "actions")).map(String),
    reason: textAt(resource, "action_reason"),
    before: entry(inner, "before"),
    after: entry(inner, "after"),
    afterUnknown: entry(inner, "after_unknown"),
    beforeSensitive: entry(inner, "before_sensitive"),
    afterSensitive: entry(inner, "after_sensitive"),
    replacePaths: listOf(entry(inner, "replace_paths")).map((path) => String(listOf(path)[0])),
    importId: isRecord(importing) ? (textAt(importing, "id") ?? "an id that is known at apply") : undefined,
    previousAddress: textAt(resource, "previous_address"),
    deposed: textAt(resource, "deposed"),
  };
}

function textAt(record: ValueRecord, key: string): string | undefined {
  const value = entry(record, key);
  return typeof value === "string" && value !== "" ? value : undefined;
}
