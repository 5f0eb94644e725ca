import { type Access, type AccessTable, actionsOf } from "../grant";
import { listed } from "../listed";
import { makes } from "./made-in-ec2";

const autoScaling = actionsOf("autoscaling");
const ec2 = actionsOf("ec2");
const ecs = actionsOf("ecs");

const launchTemplate: Access = (_, scope) => ({
  read: [scope.reads(ec2("DescribeLaunchTemplates", "DescribeLaunchTemplateVersions"))],
  create: makes(scope, "CreateLaunchTemplate", "launch-template"),
  update: [
    scope.ownOnes(
      ec2("CreateLaunchTemplateVersion", "CreateTags", "DeleteTags", "ModifyLaunchTemplate"),
      "ec2",
      "launch-template",
    ),
  ],
  delete: [scope.ownOnes(ec2("DeleteLaunchTemplate"), "ec2", "launch-template")],
});

/**
 * Auto Scaling asks whether its caller could launch what the template says: instances and volumes that carry the mark, of
 * the environment's template, groups and subnets, of an image of Amazon's.
 */
const autoScalingGroup: Access = (resource, scope) => {
  const { region } = scope.environment;
  const group = [scope.arnOf(resource)];
  const byTemplate = { ArnLike: { "ec2:LaunchTemplate": scope.arn("ec2", "launch-template/*") } };
  return {
    read: [
      scope.reads([
        ...autoScaling("DescribeAutoScalingGroups", "DescribeInstanceRefreshes", "DescribeScalingActivities"),
        ...ec2("DescribeImages", "DescribeLaunchTemplates", "DescribeLaunchTemplateVersions"),
      ]),
    ],
    create: [
      {
        actions: autoScaling(
          "CreateAutoScalingGroup",
          "CreateOrUpdateTags",
          "EnableMetricsCollection",
          "UpdateAutoScalingGroup",
        ),
        resources: group,
      },
      ...makes(scope, "RunInstances", "instance", "volume"),
      scope.ownOnes(ec2("RunInstances"), "ec2", "launch-template", "security-group"),
      ...scope.named(ec2("RunInstances"), "subnet", ...listed(resource.body.vpc_zone_identifier)),
      { actions: ec2("RunInstances"), resources: [scope.arn("ec2", "network-interface/*")], condition: byTemplate },
      {
        actions: ec2("RunInstances"),
        resources: [`arn:aws:ec2:${region}::image/*`],
        condition: { ...byTemplate, StringEquals: { "ec2:Owner": "amazon" } },
      },
      // The template's image is a public parameter, `resolve:ssm:…`.
      { actions: ["ssm:GetParameters"], resources: [`arn:aws:ssm:${region}::parameter/aws/service/ecs/*`] },
      scope.serviceLinkedRole("spot.amazonaws.com", "AWSServiceRoleForEC2Spot"),
    ],
    update: [
      {
        actions: autoScaling(
          "CancelInstanceRefresh",
          "DeleteTags",
          "DisableMetricsCollection",
          "ResumeProcesses",
          "SetInstanceProtection",
          "StartInstanceRefresh",
          "SuspendProcesses",
        ),
        resources: group,
      },
    ],
    delete: [{ actions: autoScaling("DeleteAutoScalingGroup"), resources: group }],
  };
};

const cluster: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: ecs("DescribeClusters"), resources }],
    create: [
      { actions: ecs("CreateCluster", "TagResource"), resources },
      scope.serviceLinkedRole("ecs.amazonaws.com", "AWSServiceRoleForECS"),
    ],
    update: [{ actions: ecs("UntagResource", "UpdateCluster"), resources }],
    delete: [{ actions: ecs("DeleteCluster"), resources }],
  };
};

/** ECS marks the provider's group as its own, by the right of who makes the provider. */
const capacityProvider: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  const { auto_scaling_group_arn } = Object([resource.body.auto_scaling_group_provider].flat()[0]);
  return {
    read: [{ actions: ecs("DescribeCapacityProviders"), resources }],
    create: [
      { actions: ecs("CreateCapacityProvider", "TagResource"), resources },
      { actions: autoScaling("CreateOrUpdateTags"), resources: [scope.text(auto_scaling_group_arn)] },
    ],
    update: [{ actions: ecs("UntagResource", "UpdateCapacityProvider"), resources }],
    delete: [{ actions: ecs("DeleteCapacityProvider"), resources }],
  };
};

const clusterCapacityProviders: Access = ({ body }, scope) => {
  const resources = [scope.arn("ecs", `cluster/${scope.text(body.cluster_name)}`)];
  const put = [{ actions: ecs("PutClusterCapacityProviders"), resources }];
  return { read: [{ actions: ecs("DescribeClusters"), resources }], create: put, update: put, delete: put };
};

const service: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: ecs("DescribeServices"), resources }],
    create: [{ actions: ecs("CreateService", "TagResource"), resources }],
    update: [{ actions: ecs("UntagResource", "UpdateService"), resources }],
    // It is scaled to nothing first.
    delete: [{ actions: ecs("DeleteService", "UpdateService"), resources }],
  };
};

const taskDefinition: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [scope.reads(ecs("DescribeTaskDefinition"))],
    create: [{ actions: ecs("RegisterTaskDefinition", "TagResource"), resources }],
    update: [{ actions: ecs("UntagResource"), resources }],
    delete: resource.body.skip_destroy === true ? [] : [scope.reads(ecs("DeregisterTaskDefinition"))],
  };
};

export const compute: AccessTable = {
  aws_autoscaling_group: autoScalingGroup,
  aws_ecs_capacity_provider: capacityProvider,
  aws_ecs_cluster: cluster,
  aws_ecs_cluster_capacity_providers: clusterCapacityProviders,
  aws_ecs_service: service,
  aws_ecs_task_definition: taskDefinition,
  aws_launch_template: launchTemplate,
};
