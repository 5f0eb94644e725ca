import type { Group } from "../facts/capacity";
import { onDemandInstances } from "./deployment-rules";
import { launchUnsuccessful, rebalanceRecommendation, spotInterruption } from "./events";
import { GroupSize } from "./group-size";
import { Instance, type Market } from "./instance";
import { surplusInstance } from "./scale-in-order";
import { poolName, type SpotMarket } from "./spot-market";
import { Staying } from "./staying";
import type { World } from "./world";

/** Seconds from the notice of a Spot reclaim to the end: EC2 user guide, spot-instance-termination-notices. */
export const RECLAIM_SECONDS = 120;

/** What a group tells the cluster. */
export interface GroupListener {
  registered(instance: Instance): void;
  /** Its tasks are to move away before it ends. */
  draining(instance: Instance): void;
  /** It is no more. */
  gone(instance: Instance): void;
}

/** An Auto Scaling group: it keeps as many instances as are desired, of the markets and in the zones that it should. */
export class AutoScalingGroup {
  readonly instances = new Set<Instance>();
  private readonly toStay = new Staying();
  /** Those that a reclaim threatens and others replace. */
  private readonly atRisk = new Set<Instance>();
  /** Every one that it ever had: what is paid for. */
  readonly launched: Instance[] = [];
  /** When launches failed, in order. */
  readonly failedLaunches: number[] = [];
  /** Zones in which nothing can be launched. */
  readonly closedZones = new Set<string>();
  /** Zones without a way out: what is launched there never reaches ECS. */
  readonly cutOffZones = new Set<string>();
  /** Instances that came up there. */
  private readonly unheard = new Set<Instance>();
  private readonly size: GroupSize;
  private percentage: number;
  /** Those that it ends as soon as their tasks have moved. */
  private readonly ending = new Map<Instance, string>();
  private count = 0;
  private isRetrying = false;

  constructor(
    private readonly world: World,
    readonly facts: Group,
    private readonly market: SpotMarket,
    private readonly listener: GroupListener,
  ) {
    this.size = new GroupSize(world, facts, () => this.reconcile());
    this.percentage = facts.onDemandPercentageAboveBase;
  }

  /** Percentage of On-Demand above the base, as it is now. */
  get onDemandPercentageAboveBase(): number {
    return this.percentage;
  }

  /** Another share from now on: of what is launched. What is there stays, as protected instances do. */
  setOnDemandPercentage(percentage: number): void {
    if (percentage === this.percentage) return;
    this.world.trace.add("on-demand-share-set", this.facts.address, `${this.percentage} to ${percentage} %`);
    this.percentage = percentage;
    this.reconcile();
  }

  /** Whether its end is ordered, and waits for its tasks. */
  isEnding(instance: Instance): boolean {
    return this.ending.has(instance);
  }

  get desired(): number {
    return this.size.desired;
  }

  get maximum(): number {
    return this.size.max;
  }

  /** Somebody sets another maximum. */
  setMax(instances: number): void {
    this.size.setMax(instances);
  }

  /** Those that are there to stay. */
  get staying(): readonly Instance[] {
    return [...this.toStay];
  }

  /** It won't stay: another one is launched in its place. */
  leave(instance: Instance): void {
    instance.isLeaving = true;
    this.toStay.delete(instance);
  }

  /** Fills it at once, as it is long after its beginning. */
  begin(): void {
    this.size.begin();
    while (this.instances.size < this.desired) {
      const instance = this.make();
      if (instance === undefined) return;
      this.welcome(instance);
    }
  }

  /** Asks for so many instances, within the group's bounds. */
  setDesired(instances: number, why: string): void {
    this.size.set(instances, why);
  }

  /** Launches what is missing, ends what is too much. */
  reconcile(): void {
    let missing = this.desired - this.toStay.size;
    while (missing > 0) {
      if (this.launch() === undefined) {
        this.retry();
        return;
      }
      missing -= 1;
    }
    // Counted anew each time: an instance that is gone at once has the group looked at already.
    while (this.toStay.size > this.desired) {
      const victim = this.victim();
      // All that are left are protected: the number falls, and nothing ends.
      if (victim === undefined) return;
      this.end(victim, "scale-in");
    }
  }

  /**
   * AWS expects to reclaim the instance: with capacity rebalance another one is launched, and this one ends once that is
   * there. Meanwhile the group has more instances than are desired, and may have more than its maximum.
   */
  recommendRebalance(instance: Instance): void {
    if (instance.state === "gone" || instance.isAtRisk) return;
    instance.isAtRisk = true;
    this.world.trace.add("rebalance-recommendation", instance.id, poolName(instance.type.name, instance.zone));
    this.world.publish(rebalanceRecommendation(instance));
    if (!this.facts.capacityRebalance) return;
    this.leave(instance);
    this.atRisk.add(instance);
    this.reconcile();
  }

  /** A zone has its way out again: what was launched there meanwhile registers. */
  reopen(zone: string): void {
    this.cutOffZones.delete(zone);
    for (const instance of this.unheard) {
      if (instance.zone !== zone) continue;
      this.unheard.delete(instance);
      this.register(instance);
    }
  }

  /** The notice of a reclaim: the instance ends in two minutes, whatever protects it. */
  reclaim(instance: Instance): void {
    if (instance.state === "gone" || instance.isNoticed) return;
    this.giveBack(instance);
    instance.isNoticed = true;
    this.world.trace.add("spot-notice", instance.id, poolName(instance.type.name, instance.zone));
    this.world.publish(spotInterruption(instance));
    this.world.after(RECLAIM_SECONDS, () => this.lose(instance, "spot-reclaim"));
    if (this.facts.spotDraining && instance.state === "registered") {
      this.world.after(this.world.draw("spotDrainingSeconds"), () => this.listener.draining(instance));
    }
    // The recommendation comes with the notice at the latest.
    this.recommendRebalance(instance);
  }

  /** It is gone from one moment to the next. */
  lose(instance: Instance, cause: string): void {
    if (instance.state === "gone") return;
    instance.state = "gone";
    instance.goneAt = this.world.now;
    this.leave(instance);
    for (const set of [this.instances, this.atRisk, this.ending]) set.delete(instance);
    this.giveBack(instance);
    this.world.trace.add("instance-gone", instance.id, cause);
    this.listener.gone(instance);
    this.reconcile();
  }

  /** It has failed its status checks; the group replaces it, unless it is gone before. */
  fail(instance: Instance): void {
    this.world.after(this.world.draw("healthReplacementSeconds"), () => this.lose(instance, "status checks failed"));
  }

  /** Ends an instance in good order: with managed draining its tasks go first. */
  end(instance: Instance, cause: string): void {
    if (this.ending.has(instance) || instance.state === "gone") return;
    this.leave(instance);
    this.world.trace.add("instance-ending", instance.id, `${cause}, ${instance.tasks.size} tasks`);
    if (!this.facts.managedDraining || instance.tasks.size === 0) {
      this.lose(instance, cause);
      return;
    }
    this.ending.set(instance, cause);
    this.listener.draining(instance);
  }

  /** A draining instance has no task left: the end that waited for it comes. */
  emptied(instance: Instance): void {
    const cause = this.ending.get(instance);
    if (cause !== undefined) this.lose(instance, cause);
  }

  /** A Spot instance counts in its pool up to its notice. */
  private giveBack({ market, isNoticed, type, zone }: Instance): void {
    if (market === "spot" && !isNoticed) this.market.release(type.name, zone);
  }

  private launch(): Instance | undefined {
    const instance = this.make();
    if (instance === undefined) return undefined;
    this.world.trace.add("instance-launched", instance.id, `${instance.type.name}, ${instance.market}`);
    const seconds = this.world.draw("instanceLaunchSeconds") + this.world.draw("instanceRegistrationSeconds");
    this.world.after(seconds, () => this.register(instance));
    return instance;
  }

  private register(instance: Instance): void {
    if (instance.state === "gone") return;
    if (this.cutOffZones.has(instance.zone)) {
      this.unheard.add(instance);
      return;
    }
    this.world.trace.add("instance-registered", instance.id);
    this.welcome(instance);
    this.endReplaced();
  }

  private welcome(instance: Instance): void {
    instance.state = "registered";
    this.toStay.register(instance);
    this.listener.registered(instance);
  }

  /** One more instance, in the emptiest zone that gives one. */
  private make(): Instance | undefined {
    const { toStay } = this;
    const market = this.nextMarket();
    const open = this.facts.zones.filter((zone) => !this.closedZones.has(zone));
    const zones = open.sort((a, b) => toStay.inZone(a) - toStay.inZone(b));
    for (const zone of zones) {
      const type =
        market === "spot" ? this.market.take(this.facts.types, zone, this.facts.spotAllocation) : this.facts.types[0];
      if (type === undefined) continue;
      this.count += 1;
      const id = `${this.facts.provider ?? this.facts.address}/${this.count}`;
      const { reservedMemoryMiB, provider } = this.facts;
      const launchedAt = this.world.now;
      const instance = new Instance({ id, type, zone, market, provider, reservedMemoryMiB, launchedAt });
      this.instances.add(instance);
      toStay.add(instance);
      this.launched.push(instance);
      return instance;
    }
    this.world.trace.add("launch-failed", this.facts.address, market);
    this.failedLaunches.push(this.world.now);
    this.world.publish(launchUnsuccessful(this.facts, `no ${market} capacity`));
    return undefined;
  }

  /** On-Demand as long as its share isn't reached, then Spot: never the one for the other. */
  private nextMarket(): Market {
    return this.toStay.ofMarket("on-demand") < this.onDemandWanted ? "on-demand" : "spot";
  }

  private get onDemandWanted(): number {
    return onDemandInstances(this.desired, this.facts.onDemandBase, this.percentage);
  }

  /** Those that a reclaim threatens go as soon as there are enough others. */
  private endReplaced(): void {
    if (this.toStay.registeredSize < this.desired) return;
    for (const instance of [...this.atRisk]) if (!instance.isNoticed) this.end(instance, "capacity rebalance");
  }

  private retry(): void {
    if (this.isRetrying) return;
    this.isRetrying = true;
    this.world.after(this.world.draw("launchRetrySeconds"), () => {
      this.isRetrying = false;
      this.reconcile();
    });
  }

  /** Protected from scale-in: with managed termination protection, as long as it has tasks. */
  isProtected({ tasks }: Instance): boolean {
    return this.facts.protectFromScaleIn && !(this.facts.managedTerminationProtection && tasks.size === 0);
  }

  /** What may go: of the market that there is too much of, in the fullest zone, what isn't protected. */
  private victim(): Instance | undefined {
    const { toStay } = this;
    const surplus: Market = toStay.ofMarket("on-demand") > this.onDemandWanted ? "on-demand" : "spot";
    return surplusInstance(toStay, surplus, (instance) => this.isProtected(instance));
  }
}
