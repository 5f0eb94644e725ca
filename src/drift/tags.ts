import type { Compared } from "./compare";

const ALL = "tags_all";

/**
 * Tags once: a resource's own stand in `tags`, and again with the provider's default ones in `tags_all`, which is what is
 * in the account.
 */
export function foldTags(all: readonly Compared[]): readonly Compared[] {
  const folded = all.filter(({ attribute }) => attribute === ALL);
  if (folded.length === 0) return all;
  return [
    ...all.filter(({ attribute }) => attribute !== ALL && attribute !== "tags"),
    ...folded.map((each) => ({ ...each, attribute: "tags", path: `tags${each.path.slice(ALL.length)}` })),
  ];
}
