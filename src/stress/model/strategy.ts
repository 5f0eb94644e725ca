import type { StrategyItem } from "../facts/services";

/**
 * The capacity provider of a service's next task, chosen before anybody asks whether it has room: bases first, then the
 * one that is furthest behind its weight.
 * @param tasks the service's tasks by provider
 */
export function nextProvider(
  strategy: readonly StrategyItem[],
  tasks: ReadonlyMap<string, number>,
): string | undefined {
  const count = ({ provider }: StrategyItem) => tasks.get(provider) ?? 0;
  const behind = strategy.find((item) => count(item) < item.base);
  if (behind !== undefined) return behind.provider;
  let best: { readonly item: StrategyItem; readonly share: number } | undefined;
  for (const item of strategy) {
    if (item.weight <= 0) continue;
    const share = (count(item) - item.base + 1) / item.weight;
    if (best === undefined || share < best.share) best = { item, share };
  }
  // All weights 0: only bases are filled, and with none at all the first takes what there is.
  return (best?.item ?? strategy[0])?.provider;
}
