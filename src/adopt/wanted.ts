import { type Changes, readChanges } from "../drift/changes";
import type { Plan } from "../plan/plan";
import { isRecord, type ValueRecord } from "../plan/value";

/** What a plan would make. */
export interface Wanted {
  readonly address: string;
  readonly type: string;
  /** As far as they are known before. */
  readonly values: ValueRecord;
  /** Addresses that its code refers to. */
  readonly dependencies: readonly string[];
}

/** A resource that the state has under an address that the code has no more. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

export interface WantedOfPlan {
  /** All that would be made, and nothing that only moves. */
  readonly wanted: readonly Wanted[];
  /** What would be destroyed and made anew, and is the same thing: one of its type, called the same. */
  readonly renamed: readonly Renamed[];
}

/** Reads the output of `terraform show -json`. */
export function wantedOf(document: ValueRecord, plan: Plan): WantedOfPlan {
  const changes = readChanges(document);
  const made = [...changes.planned.values()].filter(
    ({ actions, importId }) => actions.length === 1 && actions[0] === "create" && importId === undefined,
  );
  const wanted = made.map(({ address, type, after }) => ({
    address,
    type,
    values: isRecord(after) ? after : {},
    dependencies: plan.resource(address)?.dependencies ?? [],
  }));
  const renamed = renamedIn(changes, wanted);
  const moved = new Set(renamed.map(({ to }) => to));
  return { wanted: wanted.filter(({ address }) => !moved.has(address)), renamed };
}

/** What names a resource in AWS, by the first attribute of these that it has. */
const NAMING = ["name", "alarm_name", "dashboard_name", "bucket", "family", "resource_id", "cidr_block", "name_prefix"];

function renamedIn({ planned }: Changes, wanted: readonly Wanted[]): readonly Renamed[] {
  const gone = [...planned.values()].filter(
    ({ actions, reason }) => actions.join() === "delete" && reason === "delete_because_no_resource_config",
  );
  return gone.flatMap(({ address, type, before }) => {
    const key = nameIn(isRecord(before) ? before : {});
    const [same, ...others] = wanted.filter((each) => each.type === type && nameIn(each.values) === key);
    return key === undefined || same === undefined || others.length > 0 ? [] : [{ from: address, to: same.address }];
  });
}

function nameIn(values: ValueRecord): string | undefined {
  const attribute = NAMING.find((each) => typeof values[each] === "string" && values[each] !== "");
  return attribute === undefined ? undefined : `${attribute} ${values[attribute]}`;
}
