/** One thing wrong with what a user gave. */
export interface Problem {
  /** File it is in, relative to the working directory where it is inside it; or the option or variable that named it. */
  readonly file: string;
  /** Path of the field (`services[0].scaling.minTasks`), `""` for the file itself. */
  readonly path: string;
  /** What was found, shortened. A secret is never repeated. */
  readonly got: string;
  /** What is allowed, and what to do. */
  readonly allowed: string;
}

/** Everything wrong with a user's input, at once. The command line prints it and ends with exit code 2. */
export class InputError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
  }
}

export function describeProblem({ file, path, got, allowed }: Problem): string {
  return `${file}${path === "" ? "" : `: ${path}`}: got ${got}; ${allowed}`;
}
