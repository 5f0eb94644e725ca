import type { Rule } from "../rule";
import { containerInsights } from "../rules/cluster/container-insights";
import { defaultStrategy } from "../rules/cluster/default-strategy";
import { execEncrypted } from "../rules/cluster/exec-encrypted";
import { execLogged } from "../rules/cluster/exec-logged";
import { oneAssociation } from "../rules/cluster/one-association";

export const cluster: readonly Rule[] = [
  {
    id: "cluster/container-insights",
    severity: "medium",
    title: "Clusters have Container Insights",
    why: "Without it there is no metric for running, pending and desired tasks: an alarm on missing tasks has nothing to look at.",
    fix: 'Add a setting block with name = "containerInsights" and value = "enabled".',
    references: ["CKV_AWS_65", "FSBP ECS.12"],
    check: containerInsights,
  },
  {
    id: "cluster/exec-logged",
    severity: "medium",
    title: "What is typed through ECS Exec is logged",
    why: "A shell in a production container otherwise leaves no trace of what was done in it.",
    fix: 'Set logging = "OVERRIDE" and a log group in execute_command_configuration of the cluster.',
    references: ["CKV_AWS_223"],
    check: execLogged,
  },
  {
    id: "cluster/exec-encrypted",
    severity: "medium",
    title: "ECS Exec sessions and their log are encrypted under a key of one's own",
    why: "What is shown in a shell is often a secret; under AWS's own key, whoever may read logs may read it.",
    fix: "Set kms_key_id in execute_command_configuration, and cloud_watch_encryption_enabled = true in its log_configuration.",
    references: ["CKV_AWS_224"],
    check: execEncrypted,
  },
  {
    id: "cluster/default-strategy",
    severity: "low",
    title: "Clusters have a default capacity provider strategy",
    why: "A task that is started without one, by a person or a schedule, falls back to launch type EC2, which nothing scales.",
    fix: "Add default_capacity_provider_strategy to the cluster's aws_ecs_cluster_capacity_providers.",
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster_capacity_providers",
    ],
    check: defaultStrategy,
  },
  {
    id: "cluster/one-association",
    severity: "high",
    title: "Each cluster has one association with its capacity providers",
    why: "Two overwrite each other's list: each apply takes away the providers of the other, and services lose their capacity.",
    fix: "Join the aws_ecs_cluster_capacity_providers of the cluster into one.",
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster_capacity_providers",
    ],
    check: oneAssociation,
  },
];
