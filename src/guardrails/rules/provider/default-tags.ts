import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { awsProviders } from "../../vocabulary/backends";

export const defaultTags: Check = (plan) =>
  awsProviders(plan).map(({ address, settings }) => {
    const [tags] = settings.blocks("default_tags.tags");
    const judgement = judge(address, Object.keys(tags?.values ?? {}).length > 0, "no default_tags");
    return unlessOpen(plan, judgement, settings.get("default_tags"));
  });
