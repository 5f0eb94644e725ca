import { RandomStreams } from "../../src/simulator/random";
import { Simulation } from "../../src/simulator/simulation";
import { type Load, timeoutOf } from "../../src/stress/model/load";

/** What happens to the targets of a situation. */
export type Step = { readonly at: number } & (
  | { readonly kind: "load"; readonly times: number }
  /** Its requests, and those that it gets further, fail. */
  | { readonly kind: "die"; readonly target: number }
  /** It gets no more requests; what it has, it serves. */
  | { readonly kind: "deregister"; readonly target: number }
  /** It ends, with what is left of that. */
  | { readonly kind: "end"; readonly target: number }
  | { readonly kind: "join"; readonly target: number; readonly weight: number; readonly errorShare?: number }
);

export interface Situation {
  readonly load: Load;
  /** Targets from the beginning. */
  readonly targets: number;
  readonly steps: readonly Step[];
  readonly seconds: number;
}

interface Request {
  triesLeft: number;
  readonly isConnection: boolean;
  /** Takes back what is to happen to it on its target. */
  cancel: () => void;
}

interface Target {
  isAlive: boolean;
  isInRotation: boolean;
  weight: number;
  errorShare: number;
  readonly serving: Set<Request>;
  readonly connections: Set<Request>;
  readonly waiting: Set<Request>;
}

/** Follows every request of a situation, from its arrival to its answer: what the model's rates stand for. */
export function followEachRequest({ load, targets: count, steps, seconds }: Situation, seed: number) {
  const simulation = new Simulation();
  const streams = new RandomStreams(seed);
  const random = streams.stream("requests");
  const exponential = (mean: number) => -mean * Math.log(1 - random());
  const targets = new Map<number, Target>();
  const counts = { requests: 0, failed: 0, errors: 0, timedOut: 0 };
  let times = 1;

  const join = (target: number, weight = 1, errorShare = 0) =>
    targets.set(target, {
      ...{ isAlive: true, isInRotation: true, weight, errorShare },
      ...{ serving: new Set(), connections: new Set(), waiting: new Set() },
    });
  for (let target = 0; target < count; target += 1) join(target);

  const fail = (request: Request, why?: "errors" | "timedOut") => {
    request.triesLeft -= 1;
    if (request.triesLeft > 0) {
      send(request);
      return;
    }
    counts.failed += 1;
    if (why !== undefined) counts[why] += 1;
  };
  let inRotation: readonly Target[] = [];
  let weights = 0;
  const turn = () => {
    inRotation = [...targets.values()].filter((target) => target.isInRotation);
    weights = inRotation.reduce((sum, { weight }) => sum + weight, 0);
  };
  turn();
  const choose = (): Target | undefined => {
    let left = random() * weights;
    for (const target of inRotation) {
      left -= target.weight;
      if (left < 0) return target;
    }
    return undefined;
  };
  const send = (request: Request) => {
    const target = choose();
    if (target === undefined || !target.isAlive) fail(request);
    else if (request.isConnection) hold(request, target.connections, load.longConnections?.seconds ?? 0);
    else if (target.serving.size < load.concurrencyPerTask) serve(request, target);
    else {
      target.waiting.add(request);
      const event = simulation.schedule(timeoutOf(load), () => {
        target.waiting.delete(request);
        fail(request, "timedOut");
      });
      request.cancel = () => simulation.cancel(event);
    }
  };
  const serve = (request: Request, target: Target) => {
    hold(request, target.serving, exponential(load.serviceSeconds), () => {
      if (random() < target.errorShare) fail(request, "errors");
      const [next] = target.waiting;
      if (next === undefined) return;
      target.waiting.delete(next);
      next.cancel();
      serve(next, target);
    });
  };
  const hold = (request: Request, holder: Set<Request>, length: number, then = () => {}) => {
    holder.add(request);
    const event = simulation.schedule(length, () => {
      holder.delete(request);
      then();
    });
    request.cancel = () => simulation.cancel(event);
  };
  const cut = (target: Target) => {
    target.isAlive = false;
    const all = [...target.serving, ...target.waiting, ...target.connections];
    for (const held of [target.serving, target.waiting, target.connections]) held.clear();
    for (const request of all) {
      request.cancel();
      fail(request);
    }
  };
  const arrive = (perSecond: number, isConnection: boolean) => {
    if (perSecond === 0) return;
    const next = () => {
      // What has come by then is followed to its end.
      if (simulation.now > seconds) return;
      counts.requests += 1;
      send({ triesLeft: (load.retries ?? 0) + 1, isConnection, cancel: () => {} });
      simulation.schedule(exponential(1 / (perSecond * times)), next);
    };
    simulation.schedule(exponential(1 / perSecond), next);
  };
  const apply = (step: Step) => {
    if (step.kind === "load") {
      times = step.times;
      return;
    }
    if (step.kind === "join") {
      const known = targets.get(step.target);
      if (known === undefined) join(step.target, step.weight, step.errorShare);
      else known.weight = step.weight;
      return;
    }
    const target = targets.get(step.target);
    if (target === undefined) return;
    if (step.kind === "die") cut(target);
    if (step.kind !== "die") target.isInRotation = false;
    if (step.kind === "end") cut(target);
  };
  for (const step of steps) {
    simulation.scheduleAt(step.at, () => {
      apply(step);
      turn();
    });
  }
  arrive(load.requestsPerSecond, false);
  arrive(load.longConnections?.perSecond ?? 0, true);
  simulation.run();
  return counts;
}
