import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";

export interface EncryptedLogGroupProps {
  /** Name in CloudWatch; begins with `/<environment>/`, for which the key's policy lets CloudWatch Logs use the key. */
  readonly name: string;
  readonly environment: Environment;
  readonly key: KmsKey;
}

/** A log group under the environment's key, kept as long as the environment says. */
export class EncryptedLogGroup extends Construct {
  readonly group: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, { name, environment, key }: EncryptedLogGroupProps) {
    super(scope, id);
    this.group = new CloudwatchLogGroup(this, "Resource", {
      name,
      retentionInDays: environment.logRetentionDays,
      kmsKeyId: key.arn,
    });
  }
}
