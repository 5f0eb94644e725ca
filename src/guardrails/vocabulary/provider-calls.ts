/** Actions that go together, on one thing. Whoever may do one of them as a pipeline needs the others. */
export interface Family {
  readonly actions: readonly string[];
  /** What they need, and what doesn't need them. @default [] */
  readonly further?: readonly string[];
  /** Resources that it is about. @default - all */
  readonly on?: RegExp;
}

const of = (service: string, ...names: readonly string[]) => names.map((name) => `${service}:${name}`);
const ROLES_OF_SERVICES = /:role\/aws-service-role\//;

/**
 * What the AWS provider calls for a resource from its creation to its end, by the provider's source
 * (`internal/service/<service>`). What it calls only for some arguments isn't there.
 */
export const FAMILIES: readonly Family[] = [
  {
    actions: of(
      "acm",
      "AddTagsToCertificate",
      "DeleteCertificate",
      "DescribeCertificate",
      "ListTagsForCertificate",
      "RemoveTagsFromCertificate",
      "RequestCertificate",
    ),
  },
  {
    actions: of(
      "application-autoscaling",
      "DeregisterScalableTarget",
      "DescribeScalableTargets",
      "ListTagsForResource",
      "RegisterScalableTarget",
      "TagResource",
      "UntagResource",
    ),
  },
  {
    actions: of("application-autoscaling", "DeleteScalingPolicy", "DescribeScalingPolicies", "PutScalingPolicy"),
  },
  { actions: of("cloudwatch", "ListTagsForResource", "TagResource", "UntagResource") },
  { actions: of("ec2", "CreateVpc", "DescribeVpcAttribute", "DescribeVpcs", "ModifyVpcAttribute"), on: /:vpc\/|^\*$/ },
  { actions: of("ecs", "CreateService", "DescribeTaskDefinition", "RegisterTaskDefinition") },
  {
    actions: of(
      "elasticloadbalancing",
      "CreateListener",
      "CreateLoadBalancer",
      "CreateTargetGroup",
      "DescribeTargetGroups",
      "ModifyTargetGroup",
      "ModifyTargetGroupAttributes",
    ),
  },
  { actions: ["elasticloadbalancing:SetWebAcl", "wafv2:AssociateWebACL", "wafv2:GetWebACLForResource"] },
  {
    actions: of("events", "DeleteRule", "DescribeRule", "ListTargetsByRule", "PutRule", "PutTargets", "RemoveTargets"),
  },
  {
    actions: of(
      "iam",
      "AddRoleToInstanceProfile",
      "CreateInstanceProfile",
      "DeleteInstanceProfile",
      "GetInstanceProfile",
      "RemoveRoleFromInstanceProfile",
    ),
  },
  {
    on: /:role\/(?!aws-service-role\/)|^\*$/,
    actions: of(
      "iam",
      "CreateRole",
      "DeleteRole",
      "GetRole",
      "ListAttachedRolePolicies",
      "ListInstanceProfilesForRole",
      "ListRolePolicies",
      "UpdateAssumeRolePolicy",
      "UpdateRole",
    ),
  },
  {
    on: ROLES_OF_SERVICES,
    actions: of("iam", "DeleteServiceLinkedRole", "GetRole", "GetServiceLinkedRoleDeletionStatus"),
  },
  {
    actions: of(
      "kms",
      "CreateKey",
      "DescribeKey",
      "GetKeyPolicy",
      "GetKeyRotationStatus",
      "ListResourceTags",
      "PutKeyPolicy",
      "UpdateKeyDescription",
    ),
  },
  {
    actions: of(
      "logs",
      "CreateLogGroup",
      "DeleteLogGroup",
      "DescribeLogGroups",
      "ListTagsForResource",
      "PutRetentionPolicy",
      "TagResource",
      "UntagResource",
    ),
  },
  { actions: of("logs", "DeleteMetricFilter", "DescribeMetricFilters", "PutMetricFilter") },
  { actions: of("logs", "DeleteResourcePolicy", "DescribeResourcePolicies", "PutResourcePolicy") },
  {
    actions: of(
      "route53",
      "ChangeTagsForResource",
      "CreateHostedZone",
      "GetHostedZone",
      "ListTagsForResource",
      "UpdateHostedZoneComment",
    ),
    further: of("route53", "ChangeResourceRecordSets"),
  },
  { actions: of("route53", "ChangeResourceRecordSets", "GetChange", "ListResourceRecordSets") },
  { actions: of("sns", "CreateTopic", "DeleteTopic", "GetTopicAttributes", "SetTopicAttributes") },
  { actions: of("sqs", "CreateQueue", "DeleteQueue", "GetQueueAttributes", "SetQueueAttributes") },
  {
    actions: of(
      "states",
      "CreateStateMachine",
      "DeleteStateMachine",
      "DescribeStateMachine",
      "UpdateStateMachine",
      "ValidateStateMachineDefinition",
    ),
  },
  {
    on: /webacl\/|^\*$/,
    actions: of("wafv2", "CreateWebACL", "DeleteWebACL", "GetWebACL", "ListTagsForResource", "UpdateWebACL"),
  },
];

/** What a service does in the caller's name, and on what: target tracking makes alarms. */
export const IN_CALLERS_NAME: readonly { readonly action: string; readonly does: string; readonly on: string }[] = [
  {
    action: "application-autoscaling:PutScalingPolicy",
    does: "cloudwatch:PutMetricAlarm",
    on: "alarm:TargetTracking-",
  },
];

/**
 * Resources that a call works on, all of them: IAM asks whether it is allowed on each. By the Service Authorization
 * Reference, those that it marks as required.
 */
export const ON_EACH: readonly { readonly action: string; readonly resources: readonly RegExp[] }[] = [
  { action: "ec2:AttachInternetGateway", resources: [/:internet-gateway\//, /:vpc\//] },
  { action: "ec2:CreateFlowLogs", resources: [/:vpc-flow-log\//, /:(vpc|subnet|network-interface)\//] },
  { action: "ec2:CreateNatGateway", resources: [/:natgateway\//, /:elastic-ip\//, /:subnet\//] },
  { action: "ec2:CreateRouteTable", resources: [/:route-table\//, /:vpc\//] },
  { action: "ec2:CreateSecurityGroup", resources: [/:security-group\//, /:vpc\//] },
  { action: "ec2:CreateSubnet", resources: [/:subnet\//, /:vpc\//] },
  { action: "ec2:CreateVpcEndpoint", resources: [/:vpc-endpoint\//, /:vpc\//] },
  {
    action: "ec2:RunInstances",
    resources: [
      /:image\//,
      /:instance\//,
      /:network-interface\//,
      /:security-group\//,
      /:subnet\//,
      /:volume\//,
      /:launch-template\//,
    ],
  },
  { action: "kms:CreateAlias", resources: [/:alias\//, /:key\//] },
  { action: "kms:DeleteAlias", resources: [/:alias\//, /:key\//] },
  { action: "wafv2:AssociateWebACL", resources: [/webacl\//, /:loadbalancer\//] },
  { action: "wafv2:GetWebACLForResource", resources: [/webacl\//, /:loadbalancer\//] },
];
