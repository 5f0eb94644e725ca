/** An error as a state reports it: a name that Retriers and Catchers match, and words for people. */
export class StatesError extends Error {
  constructor(
    readonly errorName: string,
    override readonly cause: string = "",
  ) {
    super(cause === "" ? errorName : `${errorName}: ${cause}`);
  }
}

/** What the definition says that this interpreter doesn't know: never passed over in silence. */
export class NotInterpreted extends Error {
  constructor(what: string) {
    super(`${what} isn't interpreted`);
  }
}

/**
 * Whether a Retrier's or Catcher's `ErrorEquals` matches. `States.TaskFailed` stands for whatever a task reports but a
 * timeout (Step Functions' developer guide, "Handling errors"); two errors of AWS's own no wildcard matches.
 */
export function matchesError(errorEquals: readonly string[], name: string): boolean {
  return errorEquals.some((wanted) => {
    if (wanted === name) return true;
    if (wanted === "States.ALL") return !UNMATCHED.includes(name);
    if (wanted === "States.TaskFailed") return !name.startsWith("States.") || name === "States.Permissions";
    return wanted === "States.Timeout" && name === "States.HeartbeatTimeout";
  });
}

const UNMATCHED = ["States.Runtime", "States.DataLimitExceeded"];
