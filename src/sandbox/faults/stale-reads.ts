import { createHash } from "node:crypto";
import type { Call, HttpAnswer } from "../protocol/call";

/** What reads were answered before, so that one can be answered as if the last write hadn't reached it yet. */
export class StaleReads {
  private readonly answers = new Map<string, { readonly last: HttpAnswer; readonly before?: HttpAnswer }>();

  note(call: Call, answer: HttpAnswer): void {
    const key = keyOf(call);
    const known = this.answers.get(key);
    if (known === undefined) this.answers.set(key, { last: answer });
    else if (!known.last.body.equals(answer.body)) this.answers.set(key, { last: answer, before: known.last });
  }

  /** The answer that the same read had before the present one; `undefined` where it was always the same. */
  of(call: Call): HttpAnswer | undefined {
    return this.answers.get(keyOf(call))?.before;
  }
}

function keyOf({ service, operation, region, http }: Call): string {
  const body = createHash("sha256").update(http.url).update(http.body).digest("hex");
  return `${service} ${operation} ${region} ${body}`;
}
