/** The time that executions live in, which is somebody else's: what is to happen on it happens when its owner lets it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: number;
  /**
   * Has something happen at a moment, or now if that has passed; never before this returns. What is asked for first
   * happens first.
   * @returns what keeps it from happening
   */
  at(moment: number, happen: () => void): () => void;
}
