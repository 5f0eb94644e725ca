import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { PEERS, PROJECT } from "./contestants";

/** What the figures were taken on, and with. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** Processes that wanted a core in the last minute: of a quiet machine, near 0. */
  readonly load: number;
  /** Versions of Node and of the packages that take part. */
  readonly versions: Readonly<Record<string, string>>;
}

/** @param peers packages that it is compared with */
export function describeMachine(peers: readonly string[]): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    load: loadavg()[0] ?? Number.NaN,
    versions: {
      node: process.version.slice(1),
      ...versions(PROJECT, ["cdktf", "@cdktf/provider-aws", "constructs", "esbuild", "zod"]),
      ...versions(PEERS, peers),
    },
  };
}

function versions(folder: string, packages: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    packages.map((name) => [
      name,
      JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version,
    ]),
  );
}
