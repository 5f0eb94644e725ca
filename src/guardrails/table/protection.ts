import type { Rule } from "../rule";
import { noForceDelete } from "../rules/protection/no-force-delete";
import { preventDestroy } from "../rules/protection/prevent-destroy";
import { referencesHold } from "../rules/protection/references-hold";

export const protection: readonly Rule[] = [
  {
    id: "protection/prevent-destroy",
    severity: "high",
    title: "Clusters, load balancers, groups, keys, DNS zones and the state can't be destroyed by a plan",
    why: "A change that replaces one of them is an outage or a loss of data, and looks like any other plan.",
    fix: "Set prevent_destroy = true in the resource's lifecycle.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy"],
    onlyIn: "configuration",
    check: preventDestroy,
  },
  {
    id: "protection/no-force-delete",
    severity: "high",
    title: "Nothing is deleted by force",
    why: "force_delete takes a group's instances or a service's tasks away at once, undrained.",
    fix: "Set force_delete = false.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group"],
    check: noForceDelete,
  },
  {
    id: "protection/references-hold",
    severity: "high",
    title: "Everything that a resource refers to is there",
    why: "Terraform stops at the first reference to what is gone; whoever takes the reference out too has lost what it was for.",
    fix: "Put the resource back, or take everything out that was built on it.",
    references: ["https://developer.hashicorp.com/terraform/language/expressions/references"],
    onlyIn: "configuration",
    check: referencesHold,
  },
];
