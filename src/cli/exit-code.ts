/** How a command ends. */
export const ExitCode = {
  /** What was asked for holds. */
  OK: 0,
  /** A finding: a broken rule, a lost address, a failed stage. */
  FINDINGS: 1,
  /** Bad input, or a tool that is missing; nothing was written. */
  BAD_INPUT: 2,
  /** A fault of this program (EX_SOFTWARE). */
  INTERNAL: 70,
  /** Ended by Ctrl-C, as a shell says it. */
  INTERRUPTED: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
