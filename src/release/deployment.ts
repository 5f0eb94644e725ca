/** A deployment of an ECS service, in the words of `DescribeServices`. */
export interface Deployment {
  readonly status?: string;
  readonly taskDefinition?: string;
  readonly rolloutState?: string;
  readonly rolloutStateReason?: string;
  readonly desiredCount?: number;
  readonly runningCount?: number;
  readonly failedTasks?: number;
}

/**
 * How far a release has come. `under-way`: it goes on. `done`: every task runs the new revision. `rolled-back`: it failed, and
 * the revision before runs again. `failed`: it failed, and nothing brings the revision before back.
 */
export type Progress =
  | { readonly state: "under-way"; readonly note: string }
  | { readonly state: "done"; readonly note: string }
  | { readonly state: "rolled-back"; readonly note: string; readonly taskDefinition: string }
  | { readonly state: "failed"; readonly note: string };

/**
 * Tells it from a service's deployments.
 * @param released ARN of the task definition that was released
 */
export function progressOf(deployments: readonly Deployment[], released: string): Progress {
  const own = deployments.find(({ taskDefinition }) => taskDefinition === released);
  const primary = deployments.find(({ status }) => status === "PRIMARY");
  if (primary === undefined) return { state: "under-way", note: "the service has no deployment yet" };
  if (primary === own) {
    if (own.rolloutState === "COMPLETED") return { state: "done", note: own.rolloutStateReason ?? "" };
    if (own.rolloutState === "FAILED") return { state: "failed", note: own.rolloutStateReason ?? "" };
    return { state: "under-way", note: countsOf(own) };
  }
  // Another revision leads: what was released has failed, and the service goes back.
  if (primary.rolloutState === "IN_PROGRESS") return { state: "under-way", note: `rolling back: ${countsOf(primary)}` };
  const reasons = [own?.rolloutStateReason, primary.rolloutStateReason].filter((reason) => reason !== undefined);
  return { state: "rolled-back", note: reasons.join(" "), taskDefinition: primary.taskDefinition ?? "" };
}

function countsOf({ runningCount = 0, desiredCount = 0, failedTasks = 0 }: Deployment): string {
  const failed = failedTasks === 0 ? "" : `, ${failedTasks} failed to start`;
  return `${runningCount} of ${desiredCount} tasks run${failed}`;
}
