import type { TargetHealth } from "../facts/targets";
import type { Task } from "./task";
import type { World } from "./world";

/**
 * The load balancer's checks of one target, counted as it does: so many passed or failed in a row turn its health, and
 * one passed check is enough for a new target. Checks come at a fixed pace; they are only run as long as what they find
 * differs from what is held of the target.
 */
export class HealthCheck {
  private inRow = 0;
  private isPassing = true;
  private cancel: (() => void) | undefined;
  /** Checks that have come, or whose time is past. */
  private checks = 0;
  /** When the first check comes; all others follow at the interval. */
  private readonly firstSecond: number;

  constructor(
    private readonly world: World,
    private readonly facts: TargetHealth,
    private readonly task: Task,
    /** Whether it would answer a check now. */
    private readonly answers: () => boolean,
    private readonly verdict: (health: "healthy" | "unhealthy") => void,
  ) {
    this.firstSecond = world.now + world.chance("health-check") * facts.intervalSeconds;
  }

  /** What the target answers, or what is held of it, has changed. */
  look(): void {
    if (this.cancel !== undefined) return;
    const { intervalSeconds } = this.facts;
    const past = Math.max(this.checks, Math.ceil((this.world.now - this.firstSecond) / intervalSeconds));
    this.checks = past + 1;
    const seconds = this.firstSecond + past * intervalSeconds - this.world.now;
    this.cancel = this.world.after(Math.max(0, seconds), () => this.check());
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  private check(): void {
    this.cancel = undefined;
    const passes = this.answers();
    this.inRow = passes === this.isPassing ? this.inRow + 1 : 1;
    this.isPassing = passes;
    const health = passes ? "healthy" : "unhealthy";
    if (this.task.target === health) {
      this.inRow = 0;
      return;
    }
    this.look();
    if (this.inRow < this.threshold(passes)) return;
    // That a target doesn't answer is known when the time for the answer is over.
    if (passes) this.verdict(health);
    else this.world.after(this.facts.timeoutSeconds, () => this.verdict(health));
  }

  private threshold(passes: boolean): number {
    if (!passes) return this.facts.unhealthyThreshold;
    return this.task.target === "initial" ? 1 : this.facts.healthyThreshold;
  }
}
