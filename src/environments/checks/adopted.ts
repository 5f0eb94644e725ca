import type { Environment } from "../schema";
import { KEPT_ATTRIBUTES } from "../schema/adopted";
import { describe, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { nearest } from "./nearest";

/** Only what can't change is kept: all else would be a setting that nothing in the environment shows. */
export function* adoptedFindings({ adopted }: Draft<Environment>): Generator<Finding> {
  for (const [address, kept] of Object.entries(adopted ?? {})) {
    const type = address.slice(0, address.indexOf("."));
    const attributes = KEPT_ATTRIBUTES[type];
    if (attributes === undefined) {
      const types = Object.keys(KEPT_ATTRIBUTES);
      const meant = nearest(type, types);
      const allowed = `an address of one of ${types.join(", ")}${meant === undefined ? "" : `; did you mean ${meant}?`}`;
      yield { path: fieldPath(["adopted", address]), got: describe(type), allowed };
      continue;
    }
    for (const [attribute, value] of Object.entries(kept ?? {})) {
      const path = fieldPath(["adopted", address, attribute]);
      const isKept = attributes.includes(attribute);
      if (!isKept) yield { path, got: describe(attribute), allowed: `${attributes.join(" or ")}: all else can change` };
      else if ((typeof value === "number") !== (attribute === "port")) {
        yield { path, got: describe(value), allowed: attribute === "port" ? "a number" : "a text" };
      }
    }
  }
}
