import { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import { SANDBOX_ENDPOINT } from "../environments/sandbox";
import { standardTags } from "../platform/tags";
import { assumedRole, roleInSandbox } from "./assumed-role";
import type { BallastStackProps } from "./ballast-stack";

/** Nothing listens there: a call that leaks out of the offline mode fails at once. */
const OFFLINE_ENDPOINT = "http://127.0.0.1:1";

/** Every service whose resources the stacks hold; a test fails where one is missing. */
const SERVICES = [
  "acm",
  "appautoscaling",
  "autoscaling",
  "cloudwatch",
  "dynamodb",
  "ec2",
  "ecs",
  "elbv2",
  "events",
  "fis",
  "iam",
  "kms",
  "logs",
  "route53",
  "s3",
  "sfn",
  "sns",
  "sqs",
  "sts",
  "wafv2",
] as const;

/** The AWS provider of a stack: in `offline` and `sandbox` mode it holds dummy keys and never finds the way to AWS. */
export function addProvider(scope: Construct, props: BallastStackProps): void {
  const { environment } = props;
  new AwsProvider(scope, "aws", {
    region: environment.region,
    defaultTags: [{ tags: standardTags(environment) }],
    ...connection(props),
  });
}

function connection(props: BallastStackProps): Partial<AwsProviderConfig> {
  const { environment, mode } = props;
  switch (mode) {
    case "aws": {
      const { assumeRole, assumeRoleWithWebIdentity } = assumedRole(props);
      return {
        allowedAccountIds: [environment.accountId],
        assumeRole: assumeRole && [assumeRole],
        assumeRoleWithWebIdentity: assumeRoleWithWebIdentity && [assumeRoleWithWebIdentity],
      };
    }
    case "sandbox":
      return {
        ...emulated(props.sandbox?.endpoint ?? SANDBOX_ENDPOINT),
        assumeRole: roleInSandbox(props) && [roleInSandbox(props) ?? {}],
      };
    case "offline":
      // The proxy catches what the endpoints don't name; one attempt, since nothing can come of a second.
      return {
        ...emulated(OFFLINE_ENDPOINT),
        // There is nobody to ask. The sandbox must ask: without the account in its ARN, what is imported can't be changed.
        skipRequestingAccountId: true,
        httpProxy: OFFLINE_ENDPOINT,
        httpsProxy: OFFLINE_ENDPOINT,
        maxRetries: 1,
      };
  }
}

function emulated(endpoint: string): Partial<AwsProviderConfig> {
  return {
    accessKey: "dummy",
    secretKey: "dummy",
    skipCredentialsValidation: true,
    skipMetadataApiCheck: "true",
    skipRegionValidation: true,
    s3UsePathStyle: true,
    endpoints: [Object.fromEntries(SERVICES.map((service) => [service, endpoint]))],
  };
}
