import type { TargetHealth } from "../facts/targets";
import type { Rotation } from "./flow";

/** What a target is to those that send it requests. */
export interface Standing {
  readonly isHealthy: boolean;
  /** Whether it can answer. */
  readonly answers: boolean;
  /** Share of its requests that it answers with an error. */
  readonly errorShare: number;
  /** Its share of the requests as one of the others', in parts of `WHOLE`. */
  readonly weight: number;
}

/** The weight of a target that gets as much as the others: twentieths, since a slow start goes by half tenths. */
export const WHOLE = 20;

/** Targets, counted. Weights are whole numbers, so that what comes and goes leaves no trace of rounding. */
class Sum {
  targets = 0;
  private weight = 0;
  private dead = 0;
  /** By the share of requests that is answered with an error. */
  private readonly erring = new Map<number, number>();

  add({ answers, errorShare, weight }: Standing, sign: 1 | -1): void {
    this.targets += sign;
    this.weight += sign * weight;
    if (!answers) this.dead += sign * weight;
    else if (errorShare > 0) this.erring.set(errorShare, (this.erring.get(errorShare) ?? 0) + sign * weight);
  }

  get rotation(): Rotation {
    const errors = [...this.erring].reduce((sum, [share, weight]) => sum + share * (weight / WHOLE), 0);
    return { targets: this.weight / WHOLE, dead: this.dead / WHOLE, errors };
  }
}

/** The targets that one node of the load balancer chooses from, counted as they change. */
export class LaneTargets<Target> {
  private readonly standings = new Map<Target, Standing>();
  private readonly all = new Sum();
  private readonly healthy = new Sum();

  constructor(private readonly facts: Pick<TargetHealth, "minimumHealthyTargets" | "minimumHealthyPercent">) {}

  /** A target is new, or has changed. */
  set(target: Target, standing: Standing): void {
    this.delete(target);
    this.standings.set(target, standing);
    this.count(standing, 1);
  }

  delete(target: Target): void {
    const standing = this.standings.get(target);
    if (standing === undefined) return;
    this.standings.delete(target);
    this.count(standing, -1);
  }

  get hasHealthy(): boolean {
    return this.healthy.targets > 0;
  }

  /** Where too few targets are healthy, requests go to all of them: the load balancer fails open. */
  get isOpen(): boolean {
    const { minimumHealthyTargets, minimumHealthyPercent } = this.facts;
    const least = Math.ceil((this.all.targets * minimumHealthyPercent) / 100 - 1e-9);
    return this.healthy.targets < Math.max(minimumHealthyTargets, least);
  }

  /** Those that requests are sent to. */
  get rotation(): Rotation {
    return (this.isOpen ? this.all : this.healthy).rotation;
  }

  private count(standing: Standing, sign: 1 | -1): void {
    this.all.add(standing, sign);
    if (standing.isHealthy) this.healthy.add(standing, sign);
  }
}
