import type { SoakResult } from "./results";

export type Verdict = Pick<SoakResult, "id" | "outcome" | "text">;

/** Cases of the soak that share a sandbox. */
export interface SoakPart {
  readonly title: string;
  readonly ids: readonly string[];
  /** Does the cases that are asked for, and tells of each as it ends. One that throws has failed, with those after it. */
  readonly run: (ids: readonly string[], tell: (verdict: Verdict) => void) => Promise<void>;
}
