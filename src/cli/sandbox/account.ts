import type { Environment } from "../../environments/schema";
import { architecture } from "../../platform/architecture";
import { type Aws, AwsError } from "../../sandbox/client";

/** What an account has before Terraform comes, as `npm run preflight` asks for it. */
const SERVICE_LINKED_ROLES = [
  "ecs.amazonaws.com",
  "elasticloadbalancing.amazonaws.com",
  "ecs.application-autoscaling.amazonaws.com",
  "spot.amazonaws.com",
];

/**
 * Makes what an environment takes for granted in its account: the service-linked roles, its parameters and secrets (with
 * dummies for values), the images in the account's own registry. What is there already stays as it is.
 */
export async function makeAccount(environment: Environment, aws: Aws): Promise<void> {
  const make = async (service: string, operation: string, parameters: Parameters<Aws["call"]>[2]) => {
    try {
      await aws.call(service, operation, parameters);
    } catch (error) {
      if (!(error instanceof AwsError) || !/Exist|InvalidInput/.test(error.code)) throw error;
    }
  };
  for (const AWSServiceName of SERVICE_LINKED_ROLES) await make("iam", "CreateServiceLinkedRole", { AWSServiceName });
  for (const { image, imageTag, secrets } of environment.services) {
    for (const arn of Object.values(secrets)) {
      if (arn.split(":")[2] === "ssm") {
        const Name = arn.replace(/^.*?:parameter/, "");
        await make("ssm", "PutParameter", { Name, Value: "dummy", Type: "SecureString" });
      } else {
        const Name = (arn.split(":")[6] ?? "").replace(/-[A-Za-z0-9]{6}$/, "");
        await make("secretsmanager", "CreateSecret", { Name, SecretString: "dummy" });
      }
    }
    const repositoryName = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/(.+)$/.exec(image)?.[1];
    if (repositoryName === undefined) continue;
    await make("ecr", "CreateRepository", { repositoryName });
    await make("ecr", "PutImage", { repositoryName, imageTag, imageManifest: manifestFor(environment, imageTag) });
  }
}

/** Of an image that nobody runs: for which architecture it is. */
function manifestFor(environment: Environment, imageTag: string): string {
  const platform = { os: "linux", architecture: architecture(environment) === "arm64" ? "arm64" : "amd64" };
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.index.v1+json",
    manifests: [{ digest: `sha256:${Buffer.from(imageTag).toString("hex").padEnd(64, "0").slice(0, 64)}`, platform }],
  });
}
