/** Longest pause between starts of a service whose tasks fail to start: ECS developer guide, service-throttle-logic. */
export const LONGEST_THROTTLE_SECONDS = 900;

/** No curve is published: it doubles from here on, to the published end. */
const FIRST_THROTTLE_SECONDS = 10;

/** Failures in a row from which on ECS says so: not published. */
const IMPAIRED_FAILURES = 2;

/** The pause before a service's next start, which grows with each task that stops before it has run. */
export class RestartThrottle {
  private failures = 0;
  private until = 0;

  /** A task went from PENDING to STOPPED. */
  failed(now: number): void {
    this.failures += 1;
    this.until = now + Math.min(LONGEST_THROTTLE_SECONDS, FIRST_THROTTLE_SECONDS * 2 ** (this.failures - 1));
  }

  /** Whether the service can't start its tasks consistently: the last two in a row have failed. */
  get isImpaired(): boolean {
    return this.failures >= IMPAIRED_FAILURES;
  }

  /** A task has run, or another revision is to. */
  reset(): void {
    this.failures = 0;
    this.until = 0;
  }

  /** Seconds until the next start. */
  secondsLeft(now: number): number {
    return Math.max(0, this.until - now);
  }
}
