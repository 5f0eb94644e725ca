import { matchesAction } from "./statements";

export interface Unscopable {
  readonly because: string;
  readonly actions: readonly string[];
  /** Those among them that can be given a resource. @default [] - none */
  readonly except?: readonly string[];
  /** Widest resource that is needed. @default - `*`, and so any */
  readonly upTo?: RegExp;
}

/** Actions that IAM can't limit to a resource, or whose resources can't be named before they are there, and why. */
export const UNSCOPABLE: readonly Unscopable[] = [
  {
    because: "the Service Authorization Reference knows no resource type for it: an agent finds its endpoint with it",
    actions: ["ecs:DiscoverPollEndpoint"],
  },
  {
    because: "the Service Authorization Reference knows no resource type: a registry's token is for all repositories",
    actions: ["ecr:GetAuthorizationToken", "ecr:DescribeRegistry", "ecr:CreatePullThroughCacheRule"],
  },
  {
    because: "the Service Authorization Reference knows no resource type: the channels of Session Manager and ECS Exec",
    actions: ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"].map(
      (action) => `ssmmessages:${action}`,
    ),
  },
  {
    because: "the Service Authorization Reference knows no resource type; a condition on ec2:FisTargetArns limits it",
    actions: ["ec2:InjectApiError"],
  },
  {
    because: "an instance's id isn't known before it is launched",
    actions: ["ssm:UpdateInstanceInformation"],
    upTo: /:instance\/\*$/,
  },
  {
    because: "an instance's network interface has no id and no mark before it is launched, and images are Amazon's",
    actions: ["ec2:RunInstances"],
    upTo: /:(network-interface|image)\/\*$/,
  },
  {
    because: "AWS makes up the ids of zones and of changes to them, and IAM looks at no mark of theirs",
    actions: [
      "route53:ChangeTagsForResource",
      "route53:DeleteHostedZone",
      "route53:GetDNSSEC",
      "route53:GetChange",
      "route53:GetHostedZone",
      "route53:ListResourceRecordSets",
      "route53:ListTagsForResource",
      "route53:UpdateHostedZoneComment",
    ],
    upTo: /^arn:aws:route53:::(change|hostedzone)\/\*$/,
  },
  {
    because: "allowed less than all alarms, CloudWatch leaves composite alarms out of its answer",
    actions: ["cloudwatch:DescribeAlarms"],
  },
  {
    because: "the Service Authorization Reference knows no resource type: traces belong to nothing that is there",
    actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSampling*"],
  },
  {
    because: "a metric isn't there before it is measured; a condition on cloudwatch:namespace limits it",
    actions: ["cloudwatch:PutMetricData"],
  },
  {
    because: "lists and descriptions of a whole account have no resource type, but for a few",
    actions: ["ec2:Describe*"],
    except: [
      "ec2:DescribeCapacityBlockExtensionOfferings",
      "ec2:DescribeClientVpnAuthorizationRules",
      "ec2:DescribeClientVpnConnections",
      "ec2:DescribeClientVpnRoutes",
      "ec2:DescribeClientVpnTargetNetworks",
      "ec2:DescribeFleetHistory",
      "ec2:DescribeFleetInstances",
      "ec2:DescribeFpgaImageAttribute",
      "ec2:DescribeImageAttribute",
      "ec2:DescribeInstanceAttribute",
      "ec2:DescribeSecurityGroupReferences",
      "ec2:DescribeSnapshotAttribute",
      "ec2:DescribeSpotFleetInstances",
      "ec2:DescribeSpotFleetRequestHistory",
      "ec2:DescribeVolumeAttribute",
      "ec2:DescribeVpcAttribute",
      "ec2:DescribeVpcEndpointServicePermissions",
    ],
  },
  {
    because: "lists and descriptions of a whole account have no resource type",
    actions: [
      "application-autoscaling:Describe*",
      "autoscaling:Describe*",
      "ecs:DescribeTaskDefinition",
      "ecs:ListAccountSettings",
      "ecs:ListClusters",
      "ecs:ListServicesByNamespace",
      "ecs:ListTaskDefinitionFamilies",
      "ecs:ListTaskDefinitions",
      "elasticloadbalancing:Describe*",
      "iam:ListPolicies",
      "iam:ListRoles",
      "kms:ListAliases",
      "kms:ListKeys",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:ListLogDeliveries",
      "route53:ListHostedZones*",
      "s3:ListAllMyBuckets",
      "secretsmanager:ListSecrets",
      "sns:ListTopics",
      "ssm:DescribeParameters",
      "sts:GetCallerIdentity",
      "tag:GetResources",
    ],
  },
  {
    because: "what it makes isn't there yet, and the Service Authorization Reference knows no resource type for it",
    actions: ["acm:RequestCertificate", "kms:CreateKey", "route53:CreateHealthCheck", "route53:CreateHostedZone"],
  },
  {
    because:
      "the Service Authorization Reference knows no resource type: a setting of the account or the whole service",
    actions: [
      "ecs:DeregisterTaskDefinition",
      "ecs:PutAccountSetting*",
      "elasticloadbalancing:SetWebAcl",
      "states:ValidateStateMachineDefinition",
      "events:PutPermission",
      "logs:*LogDelivery",
      "logs:DeleteResourcePolicy",
      "logs:PutResourcePolicy",
    ],
  },
];

/** Why an action, or a pattern of actions, can't be given a resource narrower than that; `undefined`: it can. */
export function reasonAgainstScope(action: string, resource: string): string | undefined {
  const named = (patterns: readonly string[]) => patterns.some((pattern) => matchesAction(pattern, action));
  return UNSCOPABLE.find(
    ({ actions, except = [], upTo }) => (upTo === undefined || upTo.test(resource)) && named(actions) && !named(except),
  )?.because;
}
