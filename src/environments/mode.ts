import { InputError } from "./problem";

/** `offline`: never leaves the machine; `sandbox`: the emulated AWS on this machine; `aws`: AWS. See docs/decisions.md. */
export const MODES = ["offline", "sandbox", "aws"] as const;
export type Mode = (typeof MODES)[number];

/**
 * The mode that `BALLAST_MODE` names; `offline` where it is empty or not set.
 *
 * @throws InputError on any other text
 */
export function parseMode(text: string | undefined): Mode {
  if (text === undefined || text === "") return "offline";
  const mode = MODES.find((known) => known === text);
  if (mode) return mode;
  throw new InputError([
    { file: "BALLAST_MODE", path: "", got: JSON.stringify(text), allowed: `one of ${MODES.join(", ")}` },
  ]);
}
