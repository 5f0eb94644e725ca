import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { accountPrincipal, administrationStatement, deletionWindowInDays } from "./key-policy";
import { policyDocument } from "./policy";
import { protectedLifecycle } from "./protection";

export interface StateKeyProps {
  readonly environment: Environment;
}

/**
 * Key of Terraform's state and its locks. Whom IAM lets use it does so through S3 and DynamoDB of this region: a stolen
 * object can't be decrypted by asking KMS directly.
 */
export class StateKey extends Construct {
  readonly key: KmsKey;

  constructor(scope: Construct, id: string, { environment }: StateKeyProps) {
    super(scope, id);
    const { name, region, accountId } = environment;
    const through = (...services: string[]) => ({
      StringEquals: {
        "kms:CallerAccount": accountId,
        "kms:ViaService": services.map((service) => `${service}.${region}.amazonaws.com`),
      },
    });
    this.key = new KmsKey(this, "Resource", {
      description: `Terraform's state and locks of ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: deletionWindowInDays(environment),
      policy: policyDocument([
        administrationStatement(environment),
        {
          Sid: "StateAndLocks",
          Principal: accountPrincipal(environment),
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: through("s3", "dynamodb"),
        },
        {
          // The grant by which DynamoDB keeps reading the table that someone made with the key.
          Sid: "LockTableGrants",
          Principal: accountPrincipal(environment),
          Action: "kms:CreateGrant",
          Resource: "*",
          Condition: { ...through("dynamodb"), Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
      ]),
      lifecycle: protectedLifecycle(environment),
    });
    new KmsAlias(this, "Alias", { name: `alias/${name}-state`, targetKeyId: this.key.keyId });
  }
}
