import type { Group, ManagedScaling } from "../facts/capacity";
import type { TaskSize } from "../facts/services";
import type { AutoScalingGroup } from "./auto-scaling-group";
import type { Cluster } from "./cluster";
import { roomOf } from "./instance";
import {
  afterScaleIn,
  capacityProviderReservation,
  desiredInstances,
  instancesNeeded,
  scaleInThreshold,
} from "./managed-scaling";
import type { World } from "./world";

/** Minutes that the reservation must be low before a scale-in: the alarm's data points. */
const LOW_DATA_POINTS = 15;

/** Managed scaling: measures once a minute what the cluster needs of a group, and sets its size by two alarms. */
export class CapacityProvider {
  /** Percent, as last measured. */
  reservation = 100;
  private lowDataPoints = 0;
  private isHigh = false;

  constructor(
    private readonly world: World,
    private readonly group: AutoScalingGroup,
    private readonly cluster: Cluster,
    private readonly scaling: ManagedScaling,
  ) {
    const minute = world.draw("metricSeconds");
    world.simulation.every(minute, () => this.measure());
  }

  private measure(): void {
    const { staying } = this.group;
    const inUse = staying.filter(({ tasks }) => tasks.size > 0).length;
    const rooms = this.group.facts.types.map((type) => roomOf(type, this.group.facts.reservedMemoryMiB));
    const needed = instancesNeeded(staying.length, inUse, this.waiting(), rooms, this.scaling);
    this.reservation = capacityProviderReservation(needed, staying.length);
    this.tell();
    const { targetCapacity } = this.scaling;
    const wanted = desiredInstances(staying.length, this.reservation, targetCapacity);
    const isHigh = this.reservation > targetCapacity;
    this.lowDataPoints = this.reservation < scaleInThreshold(targetCapacity) ? this.lowDataPoints + 1 : 0;
    const isLow = this.lowDataPoints >= LOW_DATA_POINTS;
    if (isHigh || isLow) this.world.after(this.world.draw("alarmDelaySeconds"), () => this.act(wanted, isHigh));
  }

  /** An alarm has found its data points; a younger one of the other kind overrules it. */
  private act(wanted: number, isHigh: boolean): void {
    const { desired } = this.group;
    if (isHigh !== this.reservation > this.scaling.targetCapacity) return;
    if (!isHigh) this.group.setDesired(afterScaleIn(desired, Math.min(desired, wanted)), "reservation under target");
    else if (!this.isWarmingUp) this.group.setDesired(Math.max(wanted, desired), "reservation over target");
  }

  /** An instance is younger than the warm-up: no further scale-out until it counts. */
  private get isWarmingUp(): boolean {
    const { warmupSeconds } = this.scaling;
    return this.group.staying.some(({ launchedAt }) => this.world.now < launchedAt + warmupSeconds);
  }

  private tell(): void {
    const isHigh = this.reservation > this.scaling.targetCapacity;
    if (isHigh === this.isHigh) return;
    this.isHigh = isHigh;
    const detail = `${Math.floor(this.reservation)} %`;
    this.world.trace.add(isHigh ? "reservation-high" : "reservation-met", this.group.facts.address, detail);
  }

  /** Its tasks in PROVISIONING, those that ask for the same together. */
  private waiting(): readonly { readonly size: TaskSize; readonly count: number }[] {
    const groups = new Map<string, { readonly size: TaskSize; count: number }>();
    for (const { size, provider } of this.cluster.provisioning) {
      if (provider !== this.group.facts.provider) continue;
      const key = [size.cpuUnits, size.memoryMiB, size.interfaces, ...size.hostPorts].join(" ");
      const group = groups.get(key) ?? { size, count: 0 };
      group.count += 1;
      groups.set(key, group);
    }
    return [...groups.values()];
  }
}

/** What is needed to tell a group of ours that can be scaled. */
export const isScaled = (group: Group): group is Group & { readonly managedScaling: ManagedScaling } =>
  group.managedScaling !== undefined;
