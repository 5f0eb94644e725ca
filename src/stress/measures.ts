import type { Run } from "./scenario";

/** Requests that have failed from that second on. */
export const failedRequestsSince =
  (second: number) =>
  ({ samples }: Run): number =>
    samples.filter((sample) => sample.second > second).reduce((sum, { failedRequests }) => sum + failedRequests, 0);

/** The lowest share of the desired tasks that were healthy, from that second on. */
export const lowestHealthyShare =
  (second: number) =>
  ({ samples }: Run): number =>
    Math.min(
      ...samples
        .filter((sample) => sample.second >= second)
        .map(({ healthyTasks, desiredTasks }) => (desiredTasks === 0 ? 1 : healthyTasks / desiredTasks)),
    );

/** Seconds from then until all desired tasks are healthy and stay so. */
export const secondsUntilHealthy =
  (second: number) =>
  ({ samples }: Run): number => {
    const short = samples.filter((sample) => sample.second >= second && sample.healthyTasks < sample.desiredTasks);
    const last = short.at(-1);
    if (last === undefined) return 0;
    // Short to the very end: not recovered.
    return last === samples.at(-1) ? Number.POSITIVE_INFINITY : last.second - second;
  };
