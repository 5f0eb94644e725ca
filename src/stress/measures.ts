import type { Run } from "./scenario";

/** Requests that have failed from that second on. */
export const failedRequestsSince =
  (second: number) =>
  ({ samples }: Run): number =>
    samples.filter((sample) => sample.second > second).reduce((sum, { failedRequests }) => sum + failedRequests, 0);

/**
 * Share of all requests that failed, from that second on.
 * @param seconds for so long. @default - to the end
 */
export const shareFailedSince =
  (second: number, seconds = Number.POSITIVE_INFINITY) =>
  ({ samples }: Run): number => {
    const own = samples.filter((sample) => sample.second > second && sample.second <= second + seconds);
    const total = own.reduce((sum, { requests }) => sum + requests, 0);
    return total === 0 ? 0 : own.reduce((sum, { failedRequests }) => sum + failedRequests, 0) / total;
  };

/** Seconds from then until fewer than one request in a thousand fails, and it stays so. */
export const secondsUntilServed =
  (second: number) =>
  ({ samples }: Run): number => {
    const last = samples
      .filter((sample) => {
        return sample.second > second && sample.failedRequests > 0.001 * sample.requests;
      })
      .at(-1);
    if (last === undefined) return 0;
    return last === samples.at(-1) ? Number.POSITIVE_INFINITY : last.second - second;
  };

/** Seconds from then until the first event of a kind has come for every service; never is infinite. */
export const secondsUntil =
  (kind: string, second: number) =>
  ({ events, platform }: Run): number => {
    const first = new Map<string, number>();
    for (const event of events) {
      if (event.kind === kind && event.time >= second && !first.has(event.subject))
        first.set(event.subject, event.time);
    }
    const times = platform.services.map(({ scheduler }) => first.get(scheduler.facts.name) ?? Number.POSITIVE_INFINITY);
    return Math.max(...times) - second;
  };

/** As `secondsUntil` a deployment is complete; one that has failed is never, though what it was rolled back to is. */
export const secondsUntilDeployed =
  (second: number) =>
  (run: Run): number => {
    const hasFailed = run.events.some(({ kind, time }) => kind === "deployment-failed" && time >= second);
    return hasFailed ? Number.POSITIVE_INFINITY : secondsUntil("deployment-completed", second)(run);
  };

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

/** Seconds from then until all desired tasks are healthy for the first time, whatever is scaled or moved afterwards. */
export const secondsUntilWhole =
  (second: number) =>
  ({ samples }: Run): number => {
    const whole = samples.find((sample) => sample.second >= second && sample.healthyTasks >= sample.desiredTasks);
    return (whole?.second ?? Number.POSITIVE_INFINITY) - second;
  };

/** The longest time for which a service had fewer healthy tasks than are desired, as `watchShortfall` has noted it. */
export const longestShortfallSince =
  (second: number) =>
  ({ events, platform }: Run): number => {
    const since = new Map<string, number>();
    let longest = 0;
    const end = (subject: string, time: number) => {
      longest = Math.max(longest, time - Math.max(second, since.get(subject) ?? time));
      since.delete(subject);
    };
    for (const { kind, subject, time } of events) {
      if (kind === "service-short") since.set(subject, time);
      if (kind === "service-whole") end(subject, time);
    }
    for (const subject of [...since.keys()]) end(subject, platform.world.now);
    return longest;
  };

/** Seconds from then until a person is told, by an alarm's action or an event rule's target; never is infinite. */
export const secondsUntilTold =
  (second: number) =>
  ({ platform }: Run): number =>
    Math.min(...platform.detections.since(second).map(({ toldAt }) => toldAt ?? Number.POSITIVE_INFINITY)) - second;
