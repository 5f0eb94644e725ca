/** Something about prices or plans that can't be reckoned with: a user's mistake, said in one message. */
export class CostError extends Error {}
