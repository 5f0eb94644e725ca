import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

interface Argument {
  readonly required: boolean;
  /** Name of its interface in the provider's types, where it is a block. */
  readonly block: string | undefined;
}
type Interfaces = ReadonlyMap<string, ReadonlyMap<string, Argument>>;

const PROVIDER = join(dirname(require.resolve("@cdktf/provider-aws/package.json")), "lib");
const read = new Map<string, Interfaces>();

/**
 * Whether Terraform refuses a resource without the argument at that path, by the types that CDKTF generated from the
 * provider's schema.
 * @param path of the argument; indices of lists don't count
 */
export function isRequired(type: string, path: readonly string[]): boolean {
  const interfaces = interfacesOf(type);
  let argument: Argument | undefined = { required: true, block: [...interfaces.keys()][0] };
  for (const part of path) {
    if (/^\d+$/.test(part)) continue;
    argument = argument.block === undefined ? undefined : interfaces.get(argument.block)?.get(part);
    if (argument === undefined) return false;
  }
  return argument.required;
}

function interfacesOf(type: string): Interfaces {
  let interfaces = read.get(type);
  if (interfaces === undefined) {
    const file = join(PROVIDER, type.replace(/^aws_/, "").replaceAll("_", "-"), "index.d.ts");
    interfaces = existsSync(file) ? parse(readFileSync(file, "utf8")) : new Map();
    read.set(type, interfaces);
  }
  return interfaces;
}

/** The interfaces of arguments in a resource's type definitions, the resource's own first. */
function parse(text: string): Interfaces {
  const bodies = [...text.matchAll(/^export interface (\w+)(?: extends [\w.]+)? \{\n(.*?)^\}/gms)].map(
    ([, name = "", body = ""]) => [name, argumentsIn(body)] as const,
  );
  return new Map(bodies.sort(([a], [b]) => Number(b.endsWith("Config")) - Number(a.endsWith("Config"))));
}

/** By the name that Terraform has for it, which only the comment says. */
const argumentsIn = (body: string) =>
  new Map(
    [...body.matchAll(/#(\w+) \w+#\w+\}.*?readonly \w+(\??): ([\w{]+)/gs)].map(([, name = "", optional, type = ""]) => [
      name,
      { required: optional === "", block: /^[A-Z]/.test(type) ? type : undefined },
    ]),
  );
