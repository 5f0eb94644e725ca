import { type Load, timeoutOf } from "./load";

/** The targets that one node of the load balancer chooses from, each as often as its weight says. */
export interface Rotation {
  /** Sum of their weights: 1 for each, less for one in its slow start. */
  readonly targets: number;
  /** Of that, those that can't answer. */
  readonly dead: number;
  /** Sum over the ones that can of the share of requests that they answer with an error, by their weights. */
  readonly errors: number;
}

export const EMPTY: Rotation = { targets: 0, dead: 0, errors: 0 };

/** What becomes of the requests that come to a rotation. */
export interface Flow {
  /** Requests a second that are sent to targets, with those that are sent again. */
  readonly attempts: number;
  /** Shares of the clients' requests whose last attempt fails: in all, answered with an error, and given up waiting. */
  readonly failing: number;
  readonly erring: number;
  readonly timingOut: number;
}

/** Requests a second that the targets which can answer have room for. */
export const roomOf = ({ targets, dead }: Rotation, { concurrencyPerTask, serviceSeconds }: Load): number =>
  ((targets - dead) * concurrencyPerTask) / serviceSeconds;

/** Most requests that wait without a client's giving up: the last of them has its turn in time. */
export const longestQueue = (rotation: Rotation, load: Load): number => roomOf(rotation, load) * timeoutOf(load);

/**
 * @param rate requests a second, each counted once
 * @param isFull whether as many wait as can: what comes beyond the room is then given up
 */
export function flowOf(rate: number, rotation: Rotation, load: Load, isFull: boolean): Flow {
  const { targets, dead, errors } = rotation;
  const tries = (load.retries ?? 0) + 1;
  const alive = targets - dead;
  if (alive <= 0) return { attempts: rate * tries, failing: 1, erring: 0, timingOut: 0 };
  const reached = alive / targets;
  const erringOfServed = errors / alive;
  const failureOf = (lost: number) => 1 - reached * (1 - lost) * (1 - erringOfServed);
  // Of tries that fail independently: one, and one more for each that failed.
  const attemptsAt = (failure: number) => rate * (failure < 1 ? (1 - failure ** tries) / (1 - failure) : tries);
  let lost = 0;
  if (isFull) {
    // What is given up is tried again, which takes room from others: repeated until it stays as it is.
    for (let round = 0; round < (tries > 1 ? ROUNDS : 1); round += 1) {
      const arriving = attemptsAt(failureOf(lost)) * reached;
      lost = Math.max(0, 1 - roomOf(rotation, load) / Math.max(arriving, Number.MIN_VALUE));
    }
  }
  const failure = failureOf(lost);
  const before = failure ** (tries - 1);
  return {
    attempts: attemptsAt(failure),
    failing: before * failure,
    erring: before * reached * (1 - lost) * erringOfServed,
    timingOut: before * reached * lost,
  };
}

const ROUNDS = 30;
