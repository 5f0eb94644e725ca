import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { Environment, EnvironmentInput } from "../../src/environments/schema";
import staging from "../../src/environments/staging";
import { Network } from "../../src/platform/network";
import type { BallastStack } from "../../src/stacks/ballast-stack";

/** A service of `production`, with the fields that a test is about. */
export function service(
  fields: Partial<EnvironmentInput["services"][number]> & { name: string },
): EnvironmentInput["services"][number] {
  return {
    networkMode: "bridge",
    image: "000000000000.dkr.ecr.us-east-1.amazonaws.com/app",
    imageTag: "1.0.0",
    cpuUnits: 256,
    memoryMiB: 256,
    containerPort: 8080,
    desiredTasks: 2,
    scaling: { minTasks: 2, maxTasks: 4 },
    routing: { host: "www.production.example.com", priority: 100 },
    ...fields,
  };
}

/** A VPC that is there already. */
export const existingNetwork: EnvironmentInput["network"] = staging.network;

/** The environment's network in a stack, with a bare key for its flow logs. */
export function network(stack: BallastStack, environment: Environment): Network {
  return new Network(stack, "network", { environment, key: new KmsKey(stack, "key", {}) });
}
