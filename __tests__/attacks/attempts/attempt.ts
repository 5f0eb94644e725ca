import type { Protection } from "../../support/iam/protection";
import type { Request } from "../../support/iam/request";

/** A request that must not be allowed. */
export interface Attempt extends Request {
  /** What it would be, as a sentence without a full stop. */
  readonly what: string;
  /** What keeps it from being allowed: each of them alone does. */
  readonly because: readonly Protection[];
}

export const REGION = "us-east-1";
export const HERE = `${REGION}:000000000000`;
export const ELSEWHERE = `${REGION}:111111111111`;
