import type { Request } from "../../support/iam/request";

/** A request that must be allowed. */
export interface Call extends Request {
  /** What it is, as a sentence without a full stop. */
  readonly what: string;
  /** The command, or what happens by itself, that fails without it. */
  readonly breaks: string;
}
