import type { World } from "./world";

/** Requests to a service: so many a second, each served alike. */
export interface Load {
  readonly requestsPerSecond: number;
  /** Seconds that a request takes on a task with room. */
  readonly serviceSeconds: number;
  /** Requests that a task serves at once; what comes beyond waits, and fails. */
  readonly concurrencyPerTask: number;
}

/** What a service's targets are to its requests at the moment. */
export interface Targets {
  /** Targets that requests are sent to. */
  readonly inRotation: number;
  /** Of these, the ones that can't answer any more. */
  readonly dead: number;
  /** Sum over the ones that can of the share of requests that they answer with an error. */
  readonly errors: number;
}

/**
 * Requests as rates: between two changes they fail at a constant share, so what a span of time costs is a product, however
 * many requests there are. What a cut connection costs is added where it is cut.
 */
export class Traffic {
  /** Requests so far, and those of them that failed. */
  requests = 0;
  failed = 0;
  /** Of the failed ones, those that a target answered with an error. */
  errors = 0;
  private targets: Targets = { inRotation: 0, dead: 0, errors: 0 };
  private since = 0;

  constructor(
    private readonly world: World,
    private load: Load,
  ) {}

  /** A change of the targets, or of the load. */
  change({ targets = this.targets, load = this.load }: { readonly targets?: Targets; readonly load?: Load }): void {
    this.accrue();
    this.targets = targets;
    this.load = load;
  }

  /** Counts what has come up to now. */
  accrue(): void {
    const requests = (this.world.now - this.since) * this.load.requestsPerSecond;
    this.since = this.world.now;
    this.requests += requests;
    this.failed += requests * this.failingShare;
    this.errors += requests * this.erringShare;
  }

  /** Share of the requests that fail at the moment. */
  get failingShare(): number {
    return 1 - this.answeredShare + this.erringShare;
  }

  /** Share of the requests that a target answers, with an error or not: it is reached, and has room. */
  private get answeredShare(): number {
    const { inRotation, dead } = this.targets;
    if (inRotation === 0) return this.load.requestsPerSecond > 0 ? 0 : 1;
    return ((inRotation - dead) / inRotation) * Math.min(1, 1 / Math.max(this.utilization, Number.MIN_VALUE));
  }

  /** Share of the requests that a target answers with an error. */
  private get erringShare(): number {
    const { inRotation, dead, errors } = this.targets;
    return inRotation === dead ? 0 : (this.answeredShare * errors) / (inRotation - dead);
  }

  /** Share of the room of the targets that can answer that is used; over 1 where they have too little. */
  get utilization(): number {
    const { inRotation } = this.targets;
    if (inRotation === 0) return 0;
    return (this.requestsPerTarget * this.load.serviceSeconds) / this.load.concurrencyPerTask;
  }

  /** Requests that one target is serving at the moment, on average. */
  get inFlightPerTarget(): number {
    return Math.min(this.load.concurrencyPerTask, this.requestsPerTarget * this.load.serviceSeconds);
  }

  /** A target in rotation ends at once, with what it is serving. */
  cut(): void {
    this.failed += this.inFlightPerTarget;
  }

  /**
   * A target ends that was given no more requests for so many seconds. The time that one takes is exponential, so what
   * is left of those in flight falls by e each mean.
   */
  cutAfter(seconds: number, inFlight: number): void {
    this.failed += inFlight * Math.exp(-seconds / this.load.serviceSeconds);
  }

  /** Requests a second that one target gets; none where there is no target. */
  get requestsPerTarget(): number {
    return this.targets.inRotation === 0 ? 0 : this.load.requestsPerSecond / this.targets.inRotation;
  }

  /** Another load from now on: so many times as many requests. */
  scale(times: number): void {
    this.change({ load: { ...this.load, requestsPerSecond: this.load.requestsPerSecond * times } });
  }
}
