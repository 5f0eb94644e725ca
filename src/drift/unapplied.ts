import type { Change, Changes } from "./changes";
import type { Difference } from "./difference";
import { weightOfLoss } from "./severity";

/** What the code does with a resource as a whole, in a few words; `undefined`: it changes attributes, or nothing. */
function whatOf({
  actions,
  reason,
  importId,
  previousAddress,
  address,
  deposed,
  replacePaths,
}: Change): string | undefined {
  if (deposed !== undefined) return `object ${deposed}, left over by a replacement that failed, would be destroyed`;
  if (importId !== undefined) return `would be imported: ${importId}`;
  const isReplaced = actions.includes("delete") && actions.includes("create");
  if (isReplaced && reason === "replace_because_tainted") return "would be replaced: its creation failed half way";
  if (isReplaced && replacePaths.length === 0) return `would be replaced${reason === undefined ? "" : ` (${reason})`}`;
  if (isReplaced) return undefined;
  if (actions.includes("create")) return "would be created";
  if (actions.includes("delete")) return `would be destroyed${reason === undefined ? "" : ` (${reason})`}`;
  if (actions.includes("forget")) return "would be forgotten, and left as it is";
  const isMoved = previousAddress !== undefined && previousAddress !== address && actions.includes("no-op");
  return isMoved ? `would be moved from ${previousAddress}` : undefined;
}

/** The code is ahead by a resource as a whole. */
export function unappliedResource(change: Change, source: string): Difference | undefined {
  const what = whatOf(change);
  if (what === undefined) return undefined;
  const destroys = change.actions.includes("delete");
  return {
    class: "unapplied",
    source,
    address: change.address,
    attribute: "",
    what,
    before: null,
    after: null,
    wanted: undefined,
    isSensitive: false,
    isUnknown: false,
    ...(destroys && change.deposed === undefined
      ? weightOfLoss(change.type)
      : { severity: "low" as const, why: "The code has it, and it isn't applied." }),
    owner: undefined,
    destroys,
    isRestored: true,
    consequences: [],
  };
}

/** Outputs that the code changes; one that follows from what was changed by hand is known only through that. */
export function unappliedOutputs(
  { outputs }: Changes,
  source: string,
  isCaused: (output: string) => boolean,
): readonly Difference[] {
  return [...outputs].flatMap(([name, { actions, before, after, afterUnknown, beforeSensitive, afterSensitive }]) => {
    if (actions.includes("no-op") || afterUnknown === true || isCaused(name)) return [];
    const isSensitive = beforeSensitive === true || afterSensitive === true;
    return [
      {
        class: "unapplied" as const,
        source,
        address: `output.${name}`,
        attribute: "",
        what: undefined,
        before: isSensitive ? null : before,
        after: isSensitive ? null : after,
        wanted: undefined,
        isSensitive,
        isUnknown: false,
        severity: "low" as const,
        why: "What reads the output still has the old value.",
        owner: undefined,
        destroys: false,
        isRestored: true,
        consequences: [],
      },
    ];
  });
}
