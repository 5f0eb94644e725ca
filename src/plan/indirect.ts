import { indexOf, parseAddress } from "./address";
import type { Resource } from "./plan";
import { Unknown } from "./value";

/**
 * What stands for the values of a `dynamic` block, which a plan's JSON leaves out like those of local values.
 * @param key that of the instance that has the block
 */
export function dynamicBlock(module: string, argument: string, key: string | number | undefined): Unknown {
  const index = typeof key === "string" ? indexOf(key) : "";
  return new Unknown([{ address: `${module}dynamic.${argument}${index}`, attribute: "" }]);
}

/** Whether an address is that of a local value or a dynamic block: something of its module, the plan doesn't say what. */
export function isIndirect(address: string): boolean {
  return /^(local|dynamic)\./.test(parseAddress(address).resource);
}

/**
 * The resources that something of a module comes from, of all of a type that it could: it does if they are of one block.
 * A local value that is known only at apply, where a launch template is asked for, is the module's one launch template.
 */
export function theOnly(candidates: Iterable<Resource>, address: string): readonly Resource[] {
  const all = [...new Set(candidates)];
  const blocks = new Set(all.map((candidate) => blockOf(candidate.address)));
  if (blocks.size !== 1) return [];
  const { index } = parseAddress(address);
  const sameKey = index === "" ? [] : all.filter((candidate) => parseAddress(candidate.address).index === index);
  return sameKey.length > 0 ? sameKey : all;
}

function blockOf(address: string): string {
  const { module, resource } = parseAddress(address);
  return module + resource;
}
