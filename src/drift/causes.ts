import { parseAddress } from "../plan/address";
import type { Plan } from "../plan/plan";
import type { Change } from "./changes";
import { type Compared, differ } from "./compare";
import type { Configured } from "./configured";

export interface CausesProps {
  readonly plan: Plan;
  readonly configured: (address: string) => Configured;
  readonly drift: ReadonlyMap<string, Change>;
  readonly compared: ReadonlyMap<string, readonly Compared[]>;
}

/** Which planned changes only follow from what was changed or deleted by hand elsewhere. */
export interface Causes {
  /** Address of what was changed by hand, where the code isn't what changes this. */
  of(address: string, each: Compared): string | undefined;
}

/**
 * Follows the references of what would change to what they read: a target group that was deleted gets a new ARN, so every
 * rule that names it changes too, though nobody has touched either the rule or its code.
 */
export function causesOf({ plan, configured, drift, compared }: CausesProps): Causes {
  const isGone = (address: string) => drift.get(address)?.actions.includes("delete") === true;
  const isChanged = ({ left, actual }: Compared) => differ(left, actual);

  const instancesOf = (reference: string, module: string): readonly string[] =>
    [...compared.keys()].filter((address) => {
      const parts = parseAddress(address);
      if (parts.module !== module) return false;
      const [indexed, plain] = [`${parts.resource}${parts.index}`, parts.resource];
      return [indexed, plain].some(
        (name) => reference === name || reference.startsWith(`${name}.`) || reference.startsWith(`${name}[`),
      );
    });

  const causeOf = (address: string, each: Compared, seen: readonly string[]): string | undefined => {
    if (isChanged(each) || seen.includes(address)) return undefined;
    const { module } = parseAddress(address);
    const references = configured(address).references(each.attribute);
    for (const reference of references) {
      for (const source of instancesOf(reference, module)) {
        if (isGone(source)) return source;
        const read = attributeIn(reference, source);
        const changes = compared.get(source) ?? [];
        if (changes.some((change) => change.attribute === read && isChanged(change))) return source;
        if (!changes.some((change) => change.attribute === read && change.isUnknown)) continue;
        if (changes.some((change) => isChanged(change) && differ(change.actual, change.wanted))) return source;
        for (const change of changes) {
          const cause = causeOf(source, change, [...seen, address]);
          if (cause !== undefined) return cause;
        }
      }
    }
    // By way of a module's outputs, or a local value: which attribute is read isn't told.
    const isIndirect = references.some((reference) => /^(module|local|var)\./.test(reference));
    if (!each.isUnknown || !isIndirect) return undefined;
    return plan.resource(address)?.dependencies.find(isGone);
  };
  return { of: (address, each) => causeOf(address, each, []) };
}

/** `"arn"` of `aws_lb_target_group.web.arn`. */
function attributeIn(reference: string, address: string): string {
  const { resource } = parseAddress(address);
  const rest = reference.slice(resource.length).replace(/^\[[^\]]*\]/, "");
  return /^\.([\w-]+)/.exec(rest)?.[1] ?? "";
}
