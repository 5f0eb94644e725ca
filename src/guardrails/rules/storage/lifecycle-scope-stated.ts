import { judge } from "../../judge";
import type { Check } from "../../rule";

const FILTERS = [
  "prefix",
  "filter.prefix",
  "filter.tag",
  "filter.and",
  "filter.object_size_greater_than",
  "filter.object_size_less_than",
];

export const lifecycleScopeStated: Check = (plan) =>
  plan.resources("aws_s3_bucket_lifecycle_configuration").map((lifecycle) => {
    const unsaid = lifecycle.blocks("rule").filter((rule) => FILTERS.every((path) => rule.get(path) === undefined));
    const names = unsaid.map((rule) => String(rule.get("id"))).join(", ");
    return judge(lifecycle.address, unsaid.length === 0, `${names} says not what it is about`);
  });
