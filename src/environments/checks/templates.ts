import { describe, fieldPath } from "./describe";
import type { Finding } from "./finding";
import { textsIn } from "./texts";

/** Texts that Terraform would take for an expression of its own. */
export function* templateFindings(value: unknown): Generator<Finding> {
  for (const { path, text } of textsIn(value)) {
    const [mark] = /(?<!\$)\$\{|(?<!%)%\{/.exec(text) ?? [];
    if (mark !== undefined) {
      const allowed = `no ${mark}, which begins an expression of Terraform; ${mark[0]}${mark} means it literally`;
      yield { path: fieldPath(path), got: `text with ${describe(mark)}`, allowed };
    }
  }
}
