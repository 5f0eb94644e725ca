/** `offline`: never leaves the machine; `sandbox`: the emulated AWS on this machine; `aws`: AWS. See docs/decisions.md. */
export const MODES = ["offline", "sandbox", "aws"] as const;
export type Mode = (typeof MODES)[number];
