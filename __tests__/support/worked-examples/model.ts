import { instanceType } from "../../../src/catalogue/instance-types";
import { readPlan } from "../../../src/plan/read";
import { assumptions } from "../../../src/stress/assumptions";
import type { Group } from "../../../src/stress/facts/capacity";
import type { Service, TaskSize } from "../../../src/stress/facts/services";
import type { TargetHealth } from "../../../src/stress/facts/targets";
import type { AutoScalingGroup } from "../../../src/stress/model/auto-scaling-group";
import { Platform, platformFacts } from "../../../src/stress/model/platform";
import type { ServiceScheduler } from "../../../src/stress/model/service-scheduler";
import { synthesized } from "../synthesized";

/** A published example beside what the model makes of it. */
export interface Example {
  readonly example: string;
  /** As published, in the words of `simulated`. */
  readonly published: string;
  /** Who says so: a page, an issue; `observed`: somebody who watched it. */
  readonly source: string;
  /** What a run of the model ends with. A range of numbers holds where the published one holds it. */
  simulated(): string | Range;
  /** The published range. @default - what is simulated must be the words of `published` */
  readonly within?: Range;
}

export type Range = readonly [lowest: number, highest: number];

/** A third of an m5.large's memory, so that three tasks fill one. */
export const THIRD: TaskSize = { cpuUnits: 0, memoryMiB: 2600, interfaces: 0, hostPorts: [] };
/** All of one. */
export const WHOLE: TaskSize = { ...THIRD, memoryMiB: 7000 };

/** AWS's own defaults of a target group. */
export const TARGET: TargetHealth = {
  ...{ arn: "arn", type: "instance", port: 80 },
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  deregistrationDelaySeconds: 300,
  slowStartSeconds: 0,
  minimumHealthyTargets: 1,
  minimumHealthyPercent: 0,
  crossZone: true,
  zones: ["a", "b", "c"],
  idleTimeoutSeconds: 60,
};

const base = platformFacts(readPlan(synthesized("production").get("production-platform")));

/** A group of AWS's own defaults. */
const GROUP: Group = {
  ...defined(base.groups[0]),
  min: 0,
  max: 1000,
  desired: 0,
  types: types("m5.large"),
  zones: ["a"],
  onDemandBase: 0,
  onDemandPercentageAboveBase: 100,
  capacityRebalance: false,
  provider: "example",
  managedScaling: { targetCapacity: 100, minimumStep: 1, maximumStep: 10_000, warmupSeconds: 300 },
  reservedMemoryMiB: 0,
  schedules: [],
};

/** A service of AWS's own defaults, packed, behind no load balancer. */
const SERVICE: Service = {
  ...defined(base.services[0]),
  name: "example",
  desired: 0,
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  circuitBreaker: false,
  rollback: false,
  alarmRollback: false,
  healthCheckGraceSeconds: 0,
  zoneRebalancing: false,
  placement: [{ type: "binpack", field: "memory" }],
  strategy: [{ provider: "example", base: 0, weight: 1 }],
  task: THIRD,
  stopTimeoutSeconds: 30,
  target: undefined,
  deploymentAlarms: [],
  scaling: undefined,
};

/** Instance types by their names. */
export function types(...names: readonly string[]): Group["types"] {
  return names.flatMap((name) => instanceType(name) ?? []);
}

export interface Setting {
  readonly group?: Partial<Group>;
  readonly service?: Partial<Service>;
  readonly daemons?: readonly TaskSize[];
  /** @default - one, of `group` */
  readonly groups?: readonly Partial<Group>[];
  /** @default 1 */
  readonly seed?: number;
}

/** A platform of one service that nobody has described: AWS's defaults, and what an example says. */
export class Model {
  readonly platform: Platform;

  constructor({ group = {}, groups = [group], service = {}, daemons = [], seed = 1 }: Setting) {
    this.platform = new Platform({
      facts: {
        ...base,
        groups: groups.map((own) => ({ ...GROUP, ...own })),
        services: [{ ...SERVICE, ...service }],
        rules: [],
        daemons,
      },
      assumptions: assumptions(),
      seed,
      load: () => ({ requestsPerSecond: 0, serviceSeconds: 0.1, concurrencyPerTask: 10 }),
    });
  }

  get group(): AutoScalingGroup {
    return defined(this.platform.groups[0]);
  }

  get scheduler(): ServiceScheduler {
    return defined(this.platform.services[0]).scheduler;
  }

  /** Does something at a second, and runs on. */
  at(second: number, action: () => void): this {
    this.platform.world.simulation.scheduleAt(second, action);
    return this;
  }

  run(second: number): this {
    this.platform.run(second);
    return this;
  }

  /** Times of a kind of event. */
  times(kind: string, from = 0): readonly number[] {
    const { entries } = this.platform.world.trace;
    return entries.filter((event) => event.kind === kind && event.time >= from).map(({ time }) => time);
  }

  count(kind: string, from = 0): number {
    return this.times(kind, from).length;
  }

  /** What the group was resized to and from, each time. */
  get sizes(): readonly string[] {
    return this.platform.world.trace.entries
      .filter(({ kind }) => kind === "group-resized")
      .map(({ detail }) => detail.replace(/:.*/, ""));
  }

  /** CapacityProviderReservation, without its fraction. */
  get reservation(): number {
    return Math.floor(defined(this.platform.providers.get("example")).reservation);
  }
}

export function defined<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("there is none");
  return value;
}

/** The lowest and highest of what a hundred runs give. */
export function rangeOf(run: (seed: number) => number): Range {
  const values = Array.from({ length: 100 }, (_, seed) => run(seed + 1));
  return [Math.min(...values), Math.max(...values)];
}
