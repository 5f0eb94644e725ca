import { capacityGroups } from "../../../plan/facts/capacity";
import { Unknown } from "../../../plan/value";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { awsProviders } from "../../vocabulary/backends";

/** The provider gives its default tags to every resource, but to Auto Scaling groups, whose tags say more. */
export const groupTaggedAsOthers: Check = (plan) => {
  const tags = awsProviders(plan)
    .flatMap(({ settings }) => settings.blocks("default_tags.tags"))
    .flatMap(({ values }) => Object.entries(values));
  if (tags.length === 0) return [];
  return capacityGroups(plan).map(({ group }) => {
    const own = new Map(group.blocks("tag").map((tag) => [String(tag.get("key")), tag.get("value")]));
    const missing = tags.filter(([key, value]) => {
      const given = own.get(key);
      return !(given instanceof Unknown) && !(value instanceof Unknown) && String(given) !== String(value);
    });
    return unlessOpen(
      plan,
      judge(
        group.address,
        missing.length === 0,
        `no tag ${missing.map(([key, value]) => `${key} = ${value}`).join(", ")}`,
      ),
      group.get("tag"),
    );
  });
};
