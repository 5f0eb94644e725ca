import { performance } from "node:perf_hooks";
import type { Io } from "../io";
import { isLive } from "../output";

/** How often a log, which nobody watches, gets a line. */
const LOG_SECONDS = 30;

/** Says on the standard error stream how far long work is, and how long the rest will take at the pace so far. */
export class Progress {
  private readonly begin = performance.now();
  private readonly isLive: boolean;
  private done = 0;
  private lastLine = 0;

  constructor(
    private readonly io: Io,
    private readonly what: string,
    private readonly total: number,
  ) {
    this.isLive = isLive(io);
  }

  add(weight: number): void {
    // Where the total was a guess, there may be more than that.
    this.done = Math.min(this.total, this.done + weight);
    const seconds = (performance.now() - this.begin) / 1000;
    if (!this.isLive && seconds < this.lastLine + LOG_SECONDS) return;
    this.lastLine = seconds;
    const percent = Math.floor((100 * this.done) / this.total);
    const left = Math.ceil((seconds * (this.total - this.done)) / this.done);
    this.io.stderr.write(
      `${this.isLive ? CLEAR : ""}${this.what}: ${percent} %, some ${spanOf(left)} left${this.isLive ? "" : "\n"}`,
    );
  }

  end(): void {
    if (this.isLive) this.io.stderr.write(CLEAR);
  }
}

const CLEAR = "\r\x1b[2K";

const spanOf = (seconds: number) => (seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`);
