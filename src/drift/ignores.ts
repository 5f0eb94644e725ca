import type { Lifecycle } from "../plan/plan";

/** Whether `ignore_changes` holds a path, itself or as part of what it names. */
export function ignores({ ignoreChanges }: Lifecycle, path: string): boolean {
  return ignoreChanges.map(plain).some((ignored) => {
    return ignored === "all" || path === ignored || path.startsWith(`${ignored}.`) || path.startsWith(`${ignored}[`);
  });
}

/** `tags["Team"]` as paths have it: `tags.Team`. */
const plain = (path: string) => path.replaceAll(/\["([^"]*)"\]/g, ".$1");
