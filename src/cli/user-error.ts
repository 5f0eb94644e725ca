/** A wrong use of a command, one line for each problem: it ends with exit code 2, without a stack trace. */
export class UserError extends Error {
  constructor(...problems: readonly string[]) {
    super(problems.join("\n"));
  }
}
