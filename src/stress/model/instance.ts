import type { InstanceType } from "../../catalogue/instance-types";
import type { TaskSize } from "../facts/services";
import type { Room } from "./managed-scaling";
import type { Task } from "./task";

export type Market = "on-demand" | "spot";

/**
 * `launching`: asked for, and not registered with the cluster yet; `registered`: takes tasks, unless it is draining;
 * `gone`: it and what ran on it have ended.
 */
export type InstanceState = "launching" | "registered" | "gone";

export interface InstanceProps {
  readonly id: string;
  readonly type: InstanceType;
  readonly zone: string;
  readonly market: Market;
  /** Capacity provider that its group backs. @default - none */
  readonly provider?: string | undefined;
  readonly reservedMemoryMiB: number;
  /** Time of the clock at which it was asked for. */
  readonly launchedAt: number;
}

/** A container instance, and what is left of it for tasks. */
export class Instance {
  readonly id: string;
  readonly type: InstanceType;
  readonly zone: string;
  readonly market: Market;
  readonly provider: string | undefined;
  readonly launchedAt: number;
  /** Tasks of services; those of daemons aren't among them: an instance that has no others is empty. */
  readonly tasks = new Set<Task>();
  state: InstanceState = "launching";
  /** When it was gone. */
  goneAt = Number.POSITIVE_INFINITY;
  isDraining = false;
  private isHeardOf = true;
  /** What its agent does once it is heard of again. */
  private readonly orders: (() => void)[] = [];
  /** Images that it has. */
  readonly images = new Set<string>();
  /** Whether it is on its way out: its group has ordered its end, or a notice says so. */
  isLeaving = false;
  /** Whether AWS has said that it may be reclaimed soon. */
  isAtRisk = false;
  /** Whether its reclaim is announced: it ends two minutes later. */
  isNoticed = false;
  private cpuUnits: number;
  private memoryMiB: number;
  private interfaces: number;
  private readonly hostPorts = new Set<number>();

  constructor({ id, type, zone, market, provider, reservedMemoryMiB, launchedAt }: InstanceProps) {
    this.id = id;
    this.type = type;
    this.zone = zone;
    this.market = market;
    this.provider = provider;
    this.launchedAt = launchedAt;
    const room = roomOf(type, reservedMemoryMiB);
    this.cpuUnits = room.cpuUnits;
    this.memoryMiB = room.memoryMiB;
    this.interfaces = room.interfaces;
  }

  get freeMemoryMiB(): number {
    return this.memoryMiB;
  }

  get freeCpuUnits(): number {
    return this.cpuUnits;
  }

  /** What it has left. */
  get room(): Room {
    return { cpuUnits: this.cpuUnits, memoryMiB: this.memoryMiB, interfaces: this.interfaces };
  }

  /** Whether its agent is heard of; tasks on one that isn't stay where they are. */
  get isConnected(): boolean {
    return this.isHeardOf;
  }

  set isConnected(isConnected: boolean) {
    this.isHeardOf = isConnected;
    if (isConnected) for (const order of this.orders.splice(0)) order();
  }

  /** Does what needs its agent: at once, or as soon as the agent is heard of again. */
  whenConnected(order: () => void): void {
    if (this.isHeardOf) order();
    else this.orders.push(order);
  }

  get takesTasks(): boolean {
    return this.state === "registered" && !this.isDraining && this.isConnected;
  }

  holds(size: TaskSize): boolean {
    return (
      size.cpuUnits <= this.cpuUnits &&
      size.memoryMiB <= this.memoryMiB &&
      size.interfaces <= this.interfaces &&
      !size.hostPorts.some((port) => this.hostPorts.has(port))
    );
  }

  take(task: Task): void {
    this.tasks.add(task);
    this.change(task.size, -1);
    for (const port of task.size.hostPorts) this.hostPorts.add(port);
  }

  release(task: Task): void {
    if (!this.tasks.delete(task)) return;
    this.change(task.size, 1);
    for (const port of task.size.hostPorts) this.hostPorts.delete(port);
  }

  /** What a daemon takes of it, for as long as it lives. */
  reserve(size: TaskSize): void {
    this.change(size, -1);
    for (const port of size.hostPorts) this.hostPorts.add(port);
  }

  private change(size: TaskSize, sign: 1 | -1): void {
    this.cpuUnits += sign * size.cpuUnits;
    this.memoryMiB += sign * size.memoryMiB;
    this.interfaces += sign * size.interfaces;
  }
}

/** What an empty instance of a type offers to tasks; one interface is its own. */
export function roomOf(type: InstanceType, reservedMemoryMiB: number): Room {
  return {
    cpuUnits: type.vcpus * 1024,
    memoryMiB: type.registeredMemoryMiB - reservedMemoryMiB,
    interfaces: type.networkInterfaces - 1,
  };
}
