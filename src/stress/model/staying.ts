import type { Instance, Market } from "./instance";

/** The instances of a group that are there to stay, counted as they come and go. */
export class Staying implements Iterable<Instance> {
  private readonly instances = new Set<Instance>();
  private readonly registered = new Set<Instance>();
  private readonly byZone = new Map<string, number>();
  private readonly byMarket = new Map<Market, number>();

  /** In the order of their launches. */
  [Symbol.iterator](): Iterator<Instance> {
    return this.instances.values();
  }

  get size(): number {
    return this.instances.size;
  }

  /** Those that have registered with the cluster. */
  get registeredSize(): number {
    return this.registered.size;
  }

  inZone(zone: string): number {
    return this.byZone.get(zone) ?? 0;
  }

  ofMarket(market: Market): number {
    return this.byMarket.get(market) ?? 0;
  }

  add(instance: Instance): void {
    this.instances.add(instance);
    this.count(instance, 1);
  }

  /** An instance has registered; without effect on one that doesn't stay. */
  register(instance: Instance): void {
    if (this.instances.has(instance)) this.registered.add(instance);
  }

  /** It doesn't stay; without effect on one that didn't. */
  delete(instance: Instance): void {
    if (!this.instances.delete(instance)) return;
    this.registered.delete(instance);
    this.count(instance, -1);
  }

  private count({ zone, market }: Instance, sign: 1 | -1): void {
    this.byZone.set(zone, this.inZone(zone) + sign);
    this.byMarket.set(market, this.ofMarket(market) + sign);
  }
}
