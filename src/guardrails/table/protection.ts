import type { Rule } from "../rule";
import { preventDestroy } from "../rules/protection/prevent-destroy";

export const protection: readonly Rule[] = [
  {
    id: "protection/prevent-destroy",
    severity: "high",
    title: "Clusters, load balancers, Auto Scaling groups, keys, zones and the state can't be destroyed by a plan",
    why: "A change that replaces one of them is an outage or a loss of data, and looks like any other plan.",
    fix: "Set prevent_destroy = true in the resource's lifecycle.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy"],
    onlyIn: "configuration",
    check: preventDestroy,
  },
];
