import { LocalBackend, S3Backend, type TerraformStack } from "cdktf";
import { SANDBOX_ENDPOINT } from "../environments/sandbox";
import { assumedRole, roleInSandbox } from "./assumed-role";
import type { BallastStackProps } from "./ballast-stack";

/** The stack's backend: S3 with both locks where there is an AWS or its emulation, this machine's disk where not. */
export function addBackend(stack: TerraformStack, stackName: string, props: BallastStackProps): void {
  const { environment, mode, backend } = props;
  if (mode === "offline" || props.localState) {
    new LocalBackend(stack, { path: "terraform.tfstate" });
    return;
  }
  new S3Backend(stack, {
    bucket: backend.bucket,
    key: `${stackName}/terraform.tfstate`,
    region: backend.region,
    dynamodbTable: backend.dynamodb_table,
    encrypt: backend.encrypt,
    // Without it, encrypt sends AES256 and the state isn't under the environment's key.
    kmsKeyId: backend.kms_key_id,
    ...(mode === "sandbox"
      ? { ...emulated(props.sandbox?.endpoint ?? SANDBOX_ENDPOINT), assumeRole: roleInSandbox(props) }
      : { allowedAccountIds: [environment.accountId], ...assumedRole(props) }),
  });
  // CDKTF 0.21 doesn't know S3's own lock.
  stack.addOverride("terraform.backend.s3.use_lockfile", backend.use_lockfile);
}

const emulated = (endpoint: string) => ({
  accessKey: "dummy",
  secretKey: "dummy",
  skipCredentialsValidation: true,
  skipMetadataApiCheck: true,
  skipRegionValidation: true,
  skipRequestingAccountId: true,
  usePathStyle: true,
  endpoints: { s3: endpoint, dynamodb: endpoint, iam: endpoint, sts: endpoint },
});
