import { setImmediate } from "node:timers/promises";
import type { Clock } from "../states-language/clock";

/** The time that state machines live in: the machine's own, and what was let pass on top of it. */
export class SandboxClock implements Clock {
  private passed = 0;
  private due: { readonly moment: number; readonly happen: () => void }[] = [];
  private timer?: NodeJS.Timeout;
  private readonly atWork = new Set<Promise<unknown>>();

  get now(): number {
    return Date.now() + this.passed;
  }

  at(moment: number, happen: () => void): () => void {
    const entry = { moment, happen };
    const place = this.due.findIndex((other) => other.moment > moment);
    this.due.splice(place < 0 ? this.due.length : place, 0, entry);
    this.arm();
    return () => {
      this.due = this.due.filter((other) => other !== entry);
    };
  }

  /** Has time wait for work, such as a call of AWS, when it is let pass. */
  during<Result>(work: Promise<Result>): Promise<Result> {
    const forget = () => void this.atWork.delete(work);
    this.atWork.add(work);
    work.then(forget, forget);
    return work;
  }

  /** Lets time pass: what is due happens in order, each when the work of what was before is done. */
  async pass(seconds: number): Promise<void> {
    const target = this.now + 1000 * seconds;
    for (;;) {
      await this.workIsDone();
      const [next] = this.due;
      if (next === undefined || next.moment > target) break;
      this.passed += Math.max(0, next.moment - this.now);
      this.run();
    }
    this.passed += Math.max(0, target - this.now);
    this.arm();
  }

  /** Forgets what is due. */
  clear(): void {
    this.due = [];
  }

  private async workIsDone(): Promise<void> {
    do {
      await Promise.allSettled(this.atWork);
      // Who waited for the work goes on first.
      await setImmediate();
    } while (this.atWork.size > 0);
  }

  private run(): void {
    for (let [next] = this.due; next !== undefined && next.moment <= this.now; [next] = this.due) {
      this.due.shift();
      next.happen();
    }
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.timer);
    const [next] = this.due;
    if (next === undefined) return;
    // A timer knows no more than 24 days; it is set again when it rings.
    const wait = Math.min(Math.max(0, next.moment - this.now), 2 ** 31 - 1);
    this.timer = setTimeout(() => this.run(), wait);
    this.timer.unref();
  }
}
