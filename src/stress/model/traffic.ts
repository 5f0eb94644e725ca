import { EMPTY, type Rotation } from "./flow";
import { type Burden, IDLE, Lane, type Rates } from "./lane";
import { type Load, timeoutOf } from "./load";
import type { World } from "./world";

/** A rotation, and the share of all requests that comes to it. */
export interface SharedRotation extends Rotation {
  readonly share: number;
}

/** The requests to a service, and what became of them. */
export class Traffic {
  /** Of all lanes: where the load balancer's nodes keep to their zone, each has one. */
  private lanes: readonly { readonly lane: Lane; readonly share: number }[] = [];
  private since = 0;
  private factor = 1;
  private shape = 1;
  private isPaused = false;

  constructor(
    private readonly world: World,
    private readonly load: Load,
    /** Seconds without an answer after which the load balancer gives a request up. */
    private readonly idleTimeoutSeconds: number,
  ) {
    this.change([{ ...EMPTY, share: 1 }]);
  }

  /** Requests so far, each counted once, however often its client repeats it. */
  get requests(): number {
    return this.sum(({ requests }) => requests);
  }

  /**
   * Of those, the ones that failed: no target was there, the one chosen couldn't answer, ended in mid-answer, answered
   * with an error, or had no room until the client gave up. With retries: whose last attempt did.
   */
  get failed(): number {
    return this.sum(({ failed }) => failed);
  }

  /** Of the failed ones, those that a target answered with an error. */
  get errors(): number {
    return this.sum(({ errors }) => errors);
  }

  /** Of the failed ones, those whose client gave up waiting. */
  get timedOut(): number {
    return this.sum(({ timedOut }) => timedOut);
  }

  /**
   * Of the failed ones, those that the load balancer answered with an error of its own (502, 503, 504). A client that
   * gives up before the load balancer does shows in none of its 5xx counts: it logs a 460.
   */
  get balancerErrors(): number {
    const leftFirst = timeoutOf(this.load) < this.idleTimeoutSeconds ? this.timedOut : 0;
    return this.failed - this.errors - leftFirst;
  }

  /** Other targets. Rotations keep their places: the first is always the same node's. */
  change(rotations: readonly SharedRotation[]): void {
    this.accrue();
    while (this.lanes.length < rotations.length) {
      const index = this.lanes.length;
      this.lanes = [...this.lanes, { lane: new Lane(() => this.ratesOf(this.lanes[index]?.share ?? 0)), share: 0 }];
    }
    this.lanes = this.lanes.map(({ lane }, index) => {
      const { share, ...rotation } = rotations[index] ?? { ...EMPTY, share: 0 };
      lane.change(rotation);
      return { lane, share };
    });
    this.open();
  }

  /** Counts what has come up to now. */
  accrue(): void {
    const seconds = this.world.now - this.since;
    this.since = this.world.now;
    if (seconds > 0) for (const { lane } of this.lanes) lane.accrue(seconds, this.load);
  }

  /** So many times as many requests from now on. */
  scale(times: number): void {
    this.accrue();
    this.factor *= times;
    this.open();
  }

  /** The day's and the bursts' share of the load, from now on. */
  follow(shape: number): void {
    this.accrue();
    this.shape = shape;
    this.open();
  }

  /** No request comes; until it is resumed. */
  pause(): void {
    this.accrue();
    this.isPaused = true;
    this.open();
  }

  resume(): void {
    this.accrue();
    this.isPaused = false;
    this.open();
  }

  /** Requests a second that one target gets, with those that are repeated; none where there is no target. */
  get requestsPerTarget(): number {
    const attempts = this.lanes.reduce(
      (sum, { lane }) => (lane.rotation.targets > 0 ? sum + lane.flow(this.load).attempts : sum),
      0,
    );
    const targets = this.lanes.reduce((sum, { lane }) => sum + lane.rotation.targets, 0);
    return targets === 0 ? 0 : attempts / targets;
  }

  /** Share of a target's room that is used; over 1 where there is too little. */
  get utilization(): number {
    return (this.requestsPerTarget * this.load.serviceSeconds) / this.load.concurrencyPerTask;
  }

  /**
   * Seconds within which that share of the answers comes: the longest wait of a lane, and an exponential length.
   * `undefined`: nothing answers.
   */
  answerSeconds(share: number): number | undefined {
    this.accrue();
    let longest: number | undefined;
    for (const { lane } of this.lanes) {
      if (lane.rotation.targets > lane.rotation.dead) longest = Math.max(longest ?? 0, lane.waitSeconds(this.load));
    }
    return longest === undefined ? undefined : longest - Math.log(1 - share) * this.load.serviceSeconds;
  }

  /** Share of the requests that fail at the moment. */
  get failingShare(): number {
    if (this.ratesOf(1).requests === 0) return 0;
    return this.lanes.reduce((sum, { lane, share }) => sum + share * lane.flow(this.load).failing, 0);
  }

  /** What a target of a lane is busy with at the moment. */
  burden(index: number): Burden {
    this.accrue();
    return this.lanes[index]?.lane.burden(this.load) ?? IDLE;
  }

  /**
   * A target ends, with what is left of its burden. What waited is served first, then what is in flight falls by e each
   * mean length of a request.
   * @param seconds for which it was given nothing more
   * @param ageSeconds for which it had been given requests before
   */
  cut(index: number, { inFlight, waiting, waitSeconds }: Burden, seconds: number, ageSeconds: number): void {
    this.accrue();
    const stillWaiting = seconds < waitSeconds ? waiting * (1 - seconds / waitSeconds) : 0;
    const serving = inFlight * Math.exp(-Math.max(0, seconds - waitSeconds) / this.load.serviceSeconds);
    const { seconds: lengthSeconds = 0 } = this.load.longConnections ?? {};
    const lane = this.lanes[index]?.lane;
    const since = this.world.now - seconds;
    const open = lane?.openings.between(since - Math.min(ageSeconds, lengthSeconds - seconds), since) ?? 0;
    lane?.cut(stillWaiting + serving + open, this.load);
  }

  private open(): void {
    if (this.load.longConnections !== undefined) for (const { lane } of this.lanes) lane.open(this.world.now);
  }

  /** Requests and connections a second that clients make, of that share of all. */
  private ratesOf(share: number): Rates {
    const times = this.isPaused ? 0 : share * this.factor * this.shape;
    return {
      requests: times * this.load.requestsPerSecond,
      connections: times * (this.load.longConnections?.perSecond ?? 0),
    };
  }

  private sum(of: (lane: Lane) => number): number {
    let sum = 0;
    for (const { lane } of this.lanes) sum += of(lane);
    return sum;
  }
}
