import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { protectedLifecycle } from "../platform/protection";
import { StateBucket } from "../platform/state-bucket";
import { StateKey } from "../platform/state-key";
import type { SynthesizedResource } from "../platform/terraform-access/grant";
import { synthesizedResources } from "../platform/terraform-access/needs";
import type { StateStore } from "../platform/terraform-access/state-access";
import { TerraformAccess } from "../platform/terraform-access/terraform-access";
import { BallastStack, type BallastStackProps } from "./ballast-stack";

/**
 * Where Terraform's state lives: its bucket, its key and the lock table, as `backend.config.json` names them; and who may
 * come there, Terraform's own two roles.
 */
export class StateBackendStack extends BallastStack {
  private readonly environment: Environment;
  private readonly store: StateStore & { readonly accessLogsBucketArn: string };

  constructor(scope: Construct, id: string, props: BallastStackProps) {
    super(scope, id, props);
    const { environment, backend } = props;
    this.environment = environment;
    const state = new Construct(this, "state");
    const { key } = new StateKey(state, "StateKey", { environment });
    const { bucket, accessLogs } = new StateBucket(state, "StateBucket", { environment, name: backend.bucket, key });
    const locks = new DynamodbTable(this, "locks", {
      name: backend.dynamodb_table,
      // The one attribute that Terraform's S3 backend asks for.
      hashKey: "LockID",
      attribute: [{ name: "LockID", type: "S" }],
      billingMode: "PAY_PER_REQUEST",
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
      deletionProtectionEnabled: !environment.disposable,
      lifecycle: protectedLifecycle(environment),
    });

    this.store = {
      bucketName: backend.bucket,
      bucketArn: bucket.arn,
      accessLogsBucketArn: accessLogs.arn,
      keyArn: key.arn,
      configuredKeyArn: backend.kms_key_id,
      lockTableArn: locks.arn,
    };

    new TerraformOutput(this, "bucket", { value: bucket.bucket, description: "Bucket of the state" });
    new TerraformOutput(this, "dynamodb_table", { value: locks.name, description: "Lock table" });
    // Read by `npm run bootstrap`, which writes it to backend.config.json.
    new TerraformOutput(this, "kms_key_arn", { value: key.arn, description: "Key of the state and the locks" });
  }
  /**
   * Lets Terraform plan and apply a platform, and no more than its resources need.
   * @param administrators what an administrator applies besides: the plan role reads it
   */
  admitTerraform(platform: readonly SynthesizedResource[], administrators: readonly SynthesizedResource[] = []): void {
    const { plan, apply } = new TerraformAccess(this, "terraform", {
      environment: this.environment,
      platform,
      beside: synthesizedResources(this.toTerraform()),
      administrators,
      store: this.store,
    });
    new TerraformOutput(this, "plan_role_arn", { value: plan.role.arn, description: "Role of a plan" });
    new TerraformOutput(this, "apply_role_arn", { value: apply.role.arn, description: "Role of an apply" });
  }
}
