/** An address in parts: `module.a["x"].aws_subnet.private[0]`. */
export interface Address {
  /** `module.a["x"].`, or `""` in the root module. */
  readonly module: string;
  /** `aws_subnet.private`, `data.aws_ami.ecs`. */
  readonly resource: string;
  /** `[0]`, or `""`. */
  readonly index: string;
}

const INDEX = /\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/;
const ADDRESS = new RegExp(`^((?:module\\.[\\w-]+(?:${INDEX.source})?\\.)*)(.*?)(${INDEX.source})?$`);
const INDEXES = new RegExp(INDEX, "g");

/** The parts of a resource's address; of anything else, all of it as the resource. */
export function parseAddress(address: string): Address {
  const [, module = "", resource = "", index = ""] = ADDRESS.exec(address) ?? [];
  return { module, resource, index };
}

/** The address without any index. */
function withoutIndexes(address: string): string {
  return address.replace(INDEXES, "");
}

/** An instance's index as addresses write it: `[0]`, `["web"]`. */
export function indexOf(key: string | number): string {
  return typeof key === "number" ? `[${key}]` : `[${JSON.stringify(key)}]`;
}

/** The key that an index names; `undefined`: there is none, or it isn't one that Terraform writes. */
export function keyOf(index: string): string | number | undefined {
  try {
    const key: unknown = JSON.parse(index.slice(1, -1));
    return typeof key === "string" || typeof key === "number" ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Every address that may name an instance: with and without its own index, with and without those of its modules. */
export function namesOf(address: string): readonly string[] {
  if (!address.includes("[")) return [address];
  const { module, resource, index } = parseAddress(address);
  const anyModule = withoutIndexes(module);
  return [...new Set([address, module + resource, anyModule + resource + index, anyModule + resource])];
}
