import type { Environment } from "../../environments/schema";
import type { TerraformRoleKind } from "../../environments/session";
import type { Statement } from "../policy";

/** ARNs of what holds Terraform's state. */
export interface StateStore {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly keyArn: string;
  /** The key's ARN as the backend's settings have it: before the bootstrap, a dummy. */
  readonly configuredKeyArn: string;
  readonly lockTableArn: string;
}

/**
 * What a role needs of the state: `plan` reads it, `apply` writes the platform's; both take both of its locks. Nobody
 * deletes a state: what Terraform no longer needs, it leaves empty.
 */
export function stateStatements(
  { name, region, gameDay }: Environment,
  store: StateStore,
  role: TerraformRoleKind,
): readonly Statement[] {
  const { bucketName, bucketArn, keyArn, lockTableArn } = store;
  const platform = `${name}-platform/terraform.tfstate`;
  // The plan looks at every stack; whoever applies the state's own, and experiments, has another role.
  const others = [`${name}-state`, ...(gameDay === undefined ? [] : [`${name}-game-day`])];
  const keys = role === "plan" ? [platform, ...others.map((stack) => `${stack}/terraform.tfstate`)] : [platform];
  const objects = keys.map((key) => `${bucketArn}/${key}`);
  const item = (key: string) => `${bucketName}/${key}`;
  const onItems = (Sid: string, Action: string | readonly string[], items: readonly string[]): Statement => ({
    Sid,
    Action,
    Resource: lockTableArn,
    Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": items } },
  });
  return [
    { Sid: "FindState", Action: "s3:ListBucket", Resource: bucketArn },
    { Sid: "ReadState", Action: "s3:GetObject", Resource: objects },
    {
      Sid: "LockState",
      Action: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      Resource: objects.map((arn) => `${arn}.tflock`),
    },
    onItems("LockInTable", ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"], keys.map(item)),
    onItems(
      "ReadChecksum",
      "dynamodb:GetItem",
      keys.map((key) => `${item(key)}-md5`),
    ),
    {
      Sid: "UseStateKey",
      Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
      Resource: keyArn,
      Condition: {
        StringEquals: { "kms:ViaService": [`s3.${region}.amazonaws.com`, `dynamodb.${region}.amazonaws.com`] },
      },
    },
    ...(role === "plan"
      ? []
      : [
          { Sid: "WriteState", Action: "s3:PutObject", Resource: objects },
          onItems(
            "WriteChecksum",
            "dynamodb:PutItem",
            keys.map((key) => `${item(key)}-md5`),
          ),
        ]),
  ];
}
