import type { Rule } from "../rule";
import { deletionCanBeTakenBack } from "../rules/protection/deletion-can-be-taken-back";
import { disposableIsUnprotected } from "../rules/protection/disposable-is-unprotected";
import { noForceDelete } from "../rules/protection/no-force-delete";
import { nothingPreciousRemoved } from "../rules/protection/nothing-precious-removed";
import { preventDestroy } from "../rules/protection/prevent-destroy";
import { protectionsNotIgnored } from "../rules/protection/protections-not-ignored";
import { referencesHold } from "../rules/protection/references-hold";
import { withinLimits } from "../rules/protection/within-limits";

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
    id: "protection/nothing-precious-removed",
    severity: "high",
    title: "Nothing precious is destroyed or forgotten with its block",
    why: "prevent_destroy goes with the block that holds it: deleting the block, or a removed block, destroys the thing, or leaves it to nobody.",
    fix: "Put the block back; to move it, add a moved block.",
    references: ["https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources"],
    check: nothingPreciousRemoved,
  },
  {
    id: "protection/protections-not-ignored",
    severity: "high",
    title: "No protection is under ignore_changes",
    why: "What is ignored is true in the code only: somebody switches it off by hand, and no plan says so.",
    fix: "Take the attribute, or all, out of lifecycle.ignore_changes.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes"],
    onlyIn: "configuration",
    check: protectionsNotIgnored,
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
    id: "protection/deletion-can-be-taken-back",
    severity: "high",
    title: "Secrets and databases that are deleted can be had back",
    why: "A mistake in a plan, or a name that was changed, is final: no window, no snapshot.",
    fix: "Leave recovery_window_in_days at 7 or more; set deletion_protection = true, and skip_final_snapshot = false.",
    references: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html"],
    check: deletionCanBeTakenBack,
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
  {
    id: "protection/disposable-is-unprotected",
    severity: "high",
    title: "What is called disposable protects nothing",
    why: 'Disposable = "true" waives the rules against deletion. On an environment that still protects its resources it is a mistake, or the first step of one.',
    fix: "Take the tag Disposable off, or the protection: prevent_destroy, deletion protection.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle"],
    onlyIn: "configuration",
    check: disposableIsUnprotected,
  },
  {
    id: "protection/within-limits",
    severity: "medium",
    title: "Numbers are ones that AWS takes",
    why: "Terraform knows few limits: the rest AWS refuses in the middle of an apply, with half of the change made.",
    fix: "Set a number within the limits that the finding names.",
    references: ["https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html"],
    check: withinLimits,
  },
];
