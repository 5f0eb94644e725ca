import type { Resource } from "../../../plan/plan";
import { failed, judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { awsProviders } from "../../vocabulary/backends";

/** A configuration without a provider takes its region and account from whoever runs it. */
export const defaultTags: Check = (plan) => {
  const providers = awsProviders(plan);
  if (providers.length === 0 && plan.source === "configuration" && plan.resources().some(isOfAws))
    return [failed("provider.aws", "there is no provider block")];
  return providers.map(({ address, settings }) => {
    const [tags] = settings.blocks("default_tags.tags");
    const judgement = judge(address, Object.keys(tags?.values ?? {}).length > 0, "no default_tags");
    return unlessOpen(plan, judgement, settings.get("default_tags"));
  });
};

const isOfAws = ({ type }: Resource) => type.startsWith("aws_");
