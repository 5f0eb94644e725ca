import type { Rule } from "../../rule";
import { clusterOutlivesInstances } from "../../rules/capacity/cluster-outlives-instances";
import { ecsManagedTag } from "../../rules/capacity/ecs-managed-tag";
import { groupHasProvider } from "../../rules/capacity/group-has-provider";
import { providerAssociated } from "../../rules/capacity/provider-associated";
import { providerNamePrefix } from "../../rules/capacity/provider-name-prefix";
import { providerNamesGroupByArn } from "../../rules/capacity/provider-names-group-by-arn";
import { providerReplacedBeforeDestroyed } from "../../rules/capacity/provider-replaced-before-destroyed";

/** Capacity providers and what they are of. */
export const providers: readonly Rule[] = [
  {
    id: "capacity/group-has-provider",
    severity: "high",
    title: "Each group of ECS instances belongs to one capacity provider",
    why: "Without one, no task is placed on it by a strategy, and nobody scales it.",
    fix: "Name the group in auto_scaling_group_arn of one aws_ecs_capacity_provider.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html"],
    check: groupHasProvider,
  },
  {
    id: "capacity/provider-associated",
    severity: "high",
    title: "Each capacity provider is associated with a cluster",
    why: "A provider that no cluster knows gets no tasks, and a service that names it can't be created.",
    fix: "List it in capacity_providers of the cluster's aws_ecs_cluster_capacity_providers.",
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster_capacity_providers",
    ],
    check: providerAssociated,
  },
  {
    id: "capacity/provider-names-group-by-arn",
    severity: "high",
    title: "Capacity providers name their group by its ARN",
    why: "With anything else the provider can't be created, or scales another group than the one that runs the tasks.",
    fix: "Set auto_scaling_group_arn to the arn of the aws_autoscaling_group.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_capacity_provider"],
    check: providerNamesGroupByArn,
  },
  {
    id: "capacity/provider-name-prefix",
    severity: "medium",
    title: "Names of capacity providers don't begin with aws, ecs or fargate",
    why: "AWS keeps these prefixes for itself and refuses the provider, at apply only.",
    fix: "Choose another name for the aws_ecs_capacity_provider.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html"],
    check: providerNamePrefix,
  },
  {
    id: "capacity/provider-replaced-before-destroyed",
    severity: "medium",
    title: "Capacity providers are replaced before they are destroyed",
    why: "A provider in use can't be deleted: a change that replaces it hangs halfway, with services that can't start tasks.",
    fix: "Set create_before_destroy = true in its lifecycle, and a number in its name that goes up.",
    references: ["https://github.com/hashicorp/terraform-provider-aws/issues/14393"],
    onlyIn: "configuration",
    check: providerReplacedBeforeDestroyed,
  },
  {
    id: "capacity/cluster-outlives-instances",
    severity: "medium",
    title: "Instances go before their cluster when all is destroyed",
    why: "The user data names the cluster by text only: Terraform then deletes it while instances are registered, and that fails.",
    fix: "Add the aws_ecs_cluster to depends_on of the launch template.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on"],
    check: clusterOutlivesInstances,
  },
  {
    id: "capacity/ecs-managed-tag",
    severity: "medium",
    title: "Groups under a capacity provider carry the tag AmazonECSManaged",
    why: "ECS puts the tag on the group itself: every plan then takes it away, and with it what managed scaling works by.",
    fix: 'Add a tag block with key = "AmazonECSManaged" and propagate_at_launch = true.',
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_capacity_provider",
      "CKV_AWS_153",
    ],
    check: ecsManagedTag,
  },
];
