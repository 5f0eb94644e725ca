import { judge } from "../../judge";
import type { Check } from "../../rule";

/** Attributes that protect, by their first part: whoever changes one by hand should be found by the next plan. */
const PROTECTIVE = [
  "all",
  "assume_role_policy",
  "block_public_acls",
  "block_public_policy",
  "deletion_protection",
  "deletion_protection_enabled",
  "egress",
  "enable_deletion_protection",
  "force_delete",
  "force_destroy",
  "ignore_public_acls",
  "ingress",
  "inline_policy",
  "is_enabled",
  "metadata_options",
  "point_in_time_recovery",
  "policy",
  "protect_from_scale_in",
  "restrict_public_buckets",
  "security_groups",
  "server_side_encryption",
  "ssl_policy",
  "versioning_configuration",
];

export const protectionsNotIgnored: Check = (plan) =>
  plan.resources().flatMap(({ address, lifecycle }) => {
    const ignored = lifecycle?.ignoreChanges ?? [];
    if (ignored.length === 0) return [];
    const lost = ignored.filter((path) => PROTECTIVE.includes(path.split(/[.[]/)[0] ?? ""));
    return judge(address, lost.length === 0, `lifecycle.ignore_changes has ${lost.join(", ")}`);
  });
