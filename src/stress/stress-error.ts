/** Something of the user's that can't be run: its message says what, and what to do. */
export class StressError extends Error {}
