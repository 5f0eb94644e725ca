import { EMPTY, type Flow, flowOf, longestQueue, type Rotation, roomOf } from "./flow";
import { type Load, timeoutOf } from "./load";
import { Openings } from "./openings";

/** What a target is busy with. */
export interface Burden {
  /** Requests that it serves, and that wait on it. */
  readonly inFlight: number;
  readonly waiting: number;
  /** Seconds until the last of those has its turn. */
  readonly waitSeconds: number;
}

export const IDLE: Burden = { inFlight: 0, waiting: 0, waitSeconds: 0 };

/** Requests and long connections that come to a lane, a second. */
export interface Rates {
  readonly requests: number;
  readonly connections: number;
}

/**
 * The requests of one rotation, as rates. Between two changes they fail at a constant share, but for the time in which
 * more come than there is room for and the queue still grows, so what a span of time costs is a product or two, however
 * many requests there are.
 */
export class Lane {
  /** Requests so far; those that failed; and of these those answered with an error, and those that waited too long. */
  requests = 0;
  failed = 0;
  errors = 0;
  timedOut = 0;
  rotation: Rotation = EMPTY;
  readonly openings = new Openings();
  /** Requests that wait on the targets that can answer, in all. */
  private waiting = 0;

  constructor(private readonly rates: () => Rates) {}

  accrue(seconds: number, load: Load): void {
    const { requests: rate, connections } = this.rates();
    let left = seconds;
    const calm = flowOf(rate, this.rotation, load, false);
    // A connection that no target takes fails where it is opened.
    this.count({ ...calm, erring: 0 }, connections * seconds);
    const surplus = this.surplusOf(calm, load);
    const longest = longestQueue(this.rotation, load);
    if (surplus > 0 && this.waiting < longest) {
      const filling = Math.min(left, (longest - this.waiting) / surplus);
      this.count(calm, rate * filling);
      this.waiting = Math.min(longest, this.waiting + surplus * filling);
      left -= filling;
    }
    if (left <= 0) return;
    this.count(surplus > 0 ? flowOf(rate, this.rotation, load, true) : calm, rate * left);
    if (surplus <= 0) this.waiting = Math.max(0, this.waiting + surplus * left);
  }

  /** From that second on, connections are opened at the pace that holds now. */
  open(second: number): void {
    const { connections } = this.rates();
    const { targets } = this.rotation;
    this.openings.change(second, targets === 0 ? 0 : connections / targets);
  }

  /** Other targets; what waits on those that leave leaves with them. */
  change(rotation: Rotation): void {
    const before = this.rotation.targets - this.rotation.dead;
    const after = rotation.targets - rotation.dead;
    if (after < before) this.waiting *= Math.max(0, after) / before;
    this.rotation = rotation;
  }

  /** What becomes of requests at the moment. */
  flow(load: Load): Flow {
    const { requests: rate } = this.rates();
    const calm = flowOf(rate, this.rotation, load, false);
    const isFull = this.surplusOf(calm, load) > 0 && this.waiting >= longestQueue(this.rotation, load) - 1e-9;
    return isFull ? flowOf(rate, this.rotation, load, true) : calm;
  }

  /** What one target is busy with. */
  burden(load: Load): Burden {
    const { targets, dead } = this.rotation;
    if (targets <= dead) return IDLE;
    const busy = (this.flow(load).attempts / targets) * load.serviceSeconds;
    const waitSeconds = this.waitSeconds(load);
    return {
      inFlight: waitSeconds > 0 ? load.concurrencyPerTask : Math.min(load.concurrencyPerTask, busy),
      waiting: this.waiting / (targets - dead),
      waitSeconds,
    };
  }

  /** Seconds that a request waits for its turn, if a target can answer. */
  waitSeconds(load: Load): number {
    return this.waiting === 0 ? 0 : Math.min(this.waiting / roomOf(this.rotation, load), timeoutOf(load));
  }

  /** So many requests are cut in mid-answer; a client that repeats them may be served elsewhere. */
  cut(requests: number, load: Load): void {
    const { failing } = this.flow({ ...load, retries: 0 });
    this.failed += requests * failing ** (load.retries ?? 0);
  }

  /** Requests a second that come beyond the room there is; negative: room that is left. */
  private surplusOf({ attempts }: Flow, load: Load): number {
    const { targets, dead } = this.rotation;
    const arriving = targets === 0 ? 0 : (attempts * (targets - dead)) / targets;
    return arriving - roomOf(this.rotation, load);
  }

  private count({ failing, erring, timingOut }: Flow, requests: number): void {
    this.requests += requests;
    this.failed += requests * failing;
    this.errors += requests * erring;
    this.timedOut += requests * timingOut;
  }
}
