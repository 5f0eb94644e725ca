import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { protectedLifecycle } from "../platform/protection";
import { StateBucket } from "../platform/state-bucket";
import { StateKey } from "../platform/state-key";
import { BallastStack, type BallastStackProps } from "./ballast-stack";

/** Where Terraform's state lives: its bucket, its key and the lock table, as `backend.config.json` names them. */
export class StateBackendStack extends BallastStack {
  constructor(scope: Construct, id: string, props: BallastStackProps) {
    super(scope, id, props);
    const { environment, backend } = props;
    const state = new Construct(this, "state");
    const { key } = new StateKey(state, "StateKey", { environment });
    const { bucket } = new StateBucket(state, "StateBucket", { environment, name: backend.bucket, key });
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

    new TerraformOutput(this, "bucket", { value: bucket.bucket, description: "Bucket of the state" });
    new TerraformOutput(this, "dynamodb_table", { value: locks.name, description: "Lock table" });
    // Read by `npm run bootstrap`, which writes it to backend.config.json.
    new TerraformOutput(this, "kms_key_arn", { value: key.arn, description: "Key of the state and the locks" });
  }
}
