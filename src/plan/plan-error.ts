/** What was given isn't a plan. One line: what it is, what was expected. */
export class PlanError extends Error {}
