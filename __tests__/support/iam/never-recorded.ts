/** A statement of Terraform's roles that no recorded life has needed, and why it is there all the same. */
export interface NeverRecorded {
  /** What its actions are: all of them match. */
  readonly actions: RegExp;
  /** What its conditions' text must match. @default - whatever they are */
  readonly condition?: RegExp;
  readonly because: string;
}

export const NEVER_RECORDED: readonly NeverRecorded[] = [
  {
    actions: /^kms:(Decrypt|Encrypt|GenerateDataKey)$/,
    condition: /kms:ViaService/,
    because: "S3 and DynamoDB use the state's key on Terraform's behalf; the emulator's don't ask for it",
  },
  {
    actions: /^ec2:(RunInstances|CreateTags)$/,
    condition: /RunInstances|ec2:LaunchTemplate|aws:RequestTag\/Environment/,
    because: "EC2 Auto Scaling asks whether who makes a group may launch by its template; the emulator's doesn't",
  },
  {
    actions: /^ssm:GetParameters$/,
    because: "EC2 resolves the template's image in the name of who makes a group; the emulator's doesn't",
  },
  {
    actions: /^iam:CreateServiceLinkedRole$/,
    because: "AWS makes a service's role in the name of the first who needs it in an account; the emulator needs none",
  },
  {
    actions: /^cloudwatch:(Delete|Put)/,
    because:
      "Application Auto Scaling makes the alarms of target tracking in the caller's name; the emulator makes none",
  },
  {
    actions: /:(AddTags\w*|Tag\w+)$/,
    condition: /"Null":\{"aws:ResourceTag\/Environment":"true"\}/,
    because: "tags what has none yet: a resource made by hand that is imported",
  },
  {
    actions: /^(dynamodb:(Describe|List)|iam:(GetPolicy|ListPolicyVersions))/,
    because:
      "a plan of the state's own stack, which the apply role doesn't plan: it has the plan role's policies whole",
  },
  {
    actions: /^iam:(Tag|Untag|Update)Role/,
    because: "a role whose tags or description change, of which a life without a change of the code has none",
  },
  {
    actions: /^s3:DeleteObject(Version)?$/,
    because: "empties the bucket of the access logs before it is deleted; the emulator's load balancer writes none",
  },
  {
    actions: /^wafv2:(Create|Update)WebACL$/,
    because: "AWS asks about each managed rule group of a web ACL, too; the sandbox asks about the ACL alone",
  },
];
