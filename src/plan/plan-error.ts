/** What was given isn't a plan. One line: what it is, what was expected. */
export class PlanError extends Error {}

/** @param what it is instead */
export function notAPlan(source: string, what: string): PlanError {
  return new PlanError(
    `${source}: ${what}; expected a cdk.tf.json, or the output of \`terraform show -json\` of a plan file`,
  );
}
