import { isDeepStrictEqual } from "node:util";
import { type ChangeByHand, GONE } from "./change";

/** What is read of `terraform show -json` of a plan. */
export interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: unknown;
      readonly after: unknown;
      readonly after_unknown: unknown;
    };
  }[];
}

/** Whether a plan shows a change by hand: its address, and there the very attribute that was changed. */
export function isShown({ resource_changes = [] }: PlanJson, { address, attribute }: ChangeByHand): boolean {
  const change = resource_changes.find((resource) => resource.address === address)?.change;
  if (change === undefined || change.actions[0] === "no-op") return false;
  if (attribute === GONE) return change.actions[0] === "create";
  const [before, after, unknown] = [change.before, change.after, change.after_unknown].map((value) =>
    at(value, attribute),
  );
  return unknown === true || !isDeepStrictEqual(before ?? null, after ?? null);
}

/** Addresses that a plan would change, with what it would do. */
export function changedIn({ resource_changes = [] }: PlanJson): readonly string[] {
  return resource_changes
    .filter(({ change }) => change.actions[0] !== "no-op" && change.actions[0] !== "read")
    .map(({ address, change }) => `${address}: ${change.actions.join(", ")}`);
}

function at(value: unknown, path: string): unknown {
  return path.split(".").reduce((inner: unknown, key) => Object(inner)[key], value);
}
