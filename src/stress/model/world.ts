import { RandomStreams } from "../../simulator/random";
import { Simulation } from "../../simulator/simulation";
import { Trace } from "../../simulator/trace";
import type { AssumptionId, Assumptions } from "../assumptions";
import type { Published } from "./event-bus";

/** Noon of a Wednesday, UTC, half an hour on: where nobody says otherwise, a disturbance comes at noon. */
const BEGIN_EPOCH_SECONDS = Date.UTC(2026, 5, 3, 11, 30) / 1000;

/** What every part of the model shares: the clock (in seconds), chance, and the record of what happened. */
export class World {
  readonly simulation = new Simulation();
  readonly trace = new Trace(() => this.simulation.now);
  private readonly streams: RandomStreams;
  /** Tells EventBridge of an event. */
  publish: (event: Published) => void = () => {};

  constructor(
    seed: number,
    private readonly assumptions: Assumptions,
    /** Where the clock begins, in seconds since 1970, UTC: what is scheduled comes at its time of day. */
    readonly beginEpochSeconds: number = BEGIN_EPOCH_SECONDS,
  ) {
    this.streams = new RandomStreams(seed);
  }

  get now(): number {
    return this.simulation.now;
  }

  /** A time of the clock as AWS writes it: ISO 8601, UTC. @default - now */
  timestamp(second = this.now): string {
    return new Date(Math.round((this.beginEpochSeconds + second) * 1000)).toISOString();
  }

  /**
   * A value of an assumption. Each has a stream of its own.
   * @param whose a stream apart for whom it is drawn, so that one less leaves the others as they were. @default - all have one
   */
  draw(id: AssumptionId, whose = ""): number {
    return this.assumptions[id](this.streams.stream(whose === "" ? id : `${id} ${whose}`));
  }

  /** A number from 0 to 1, of a source of randomness that isn't an assumption. */
  chance(source: string): number {
    return this.streams.stream(source)();
  }

  /** Runs an action after so many seconds, unless it is cancelled by what this returns. */
  after(seconds: number, action: () => void): () => void {
    const event = this.simulation.schedule(seconds, action);
    return () => this.simulation.cancel(event);
  }
}
