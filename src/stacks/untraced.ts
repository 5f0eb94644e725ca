/**
 * Does something without the stack traces that CDKTF takes, whole, of every token that it makes: half of a synthesis, and
 * most of it under Jest, which maps each line to its source. An error's own trace isn't taken this way and stays.
 */
export function untraced<Result>(work: () => Result): Result {
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => {};
  try {
    return work();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
