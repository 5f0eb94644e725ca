import { matchesAction } from "./statements";

interface Unscopable {
  readonly because: string;
  readonly actions: readonly string[];
  /** Widest resource that is needed. @default - `*`, and so any */
  readonly upTo?: RegExp;
}

/** Actions that IAM can't limit to a resource, or whose resources can't be named before they are there, and why. */
const UNSCOPABLE: readonly Unscopable[] = [
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
    because: "an instance's id isn't known before it is launched",
    actions: ["ssm:UpdateInstanceInformation"],
    upTo: /:instance\/\*$/,
  },
  {
    because: "the Service Authorization Reference knows no resource type: measurements belong to nothing that is there",
    actions: ["cloudwatch:PutMetricData", "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSampling*"],
  },
  {
    because: "lists and descriptions of a whole account have no resource type",
    actions: [
      "application-autoscaling:Describe*",
      "autoscaling:Describe*",
      "ec2:Describe*",
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
      "events:PutPermission",
      "logs:*LogDelivery",
      "logs:DeleteResourcePolicy",
      "logs:PutResourcePolicy",
    ],
  },
];

/** Whether an action, or a pattern of actions, can't be given a resource narrower than that. */
export function isUnscopable(action: string, resource: string): boolean {
  return UNSCOPABLE.some(
    ({ actions, upTo }) =>
      (upTo === undefined || upTo.test(resource)) && actions.some((pattern) => matchesAction(pattern, action)),
  );
}
