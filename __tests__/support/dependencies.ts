import { addresses, resource, type SynthesizedStack } from "./stack";

/**
 * Addresses of all that a resource refers to or depends on, directly or by way of others: what is made before it, and
 * destroyed after it.
 */
export function madeBefore(stack: SynthesizedStack, address: string): ReadonlySet<string> {
  const all = addresses(stack);
  const found = new Set<string>();
  const visit = (of: string) => {
    const named = new Set(JSON.stringify(resource(stack, of)).match(/aws_\w+\.\w+/g));
    for (const next of all) {
      if (!named.has(next) || found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(address);
  return found;
}
