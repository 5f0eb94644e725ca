import type { Environment } from "../environments/schema";
import { clusterName } from "./adopted";

/**
 * Settings of the ECS agent on each instance, as `/etc/ecs/ecs.config` has them.
 * @see https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables
 */
export function agentSettings(environment: Environment): ReadonlyMap<string, string> {
  const { capacity, services } = environment;
  const stopTimeoutSeconds = Math.max(...services.map(({ stopTimeoutSeconds }) => stopTimeoutSeconds));
  return new Map([
    ["ECS_CLUSTER", clusterName(environment)],
    // Off by default, in mixed groups too: without it a reclaimed instance's tasks are cut off in mid-request.
    ["ECS_ENABLE_SPOT_INSTANCE_DRAINING", "true"],
    // A task must not reach the instance's credentials: this for awsvpc tasks, the hop limit for those in bridge mode.
    ["ECS_AWSVPC_BLOCK_IMDS", "true"],
    ["ECS_ENABLE_TASK_IAM_ROLE", "true"],
    // Logs are written as the task's execution role: the instance's role may not.
    ["ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE", "true"],
    ["ECS_DISABLE_PRIVILEGED", "true"],
    // Tags are immutable here (a release names a new one), so an image that is there need not be pulled again, and a
    // task restarts while the registry is away.
    ["ECS_IMAGE_PULL_BEHAVIOR", "once"],
    ["ECS_CONTAINER_STOP_TIMEOUT", `${stopTimeoutSeconds}s`],
    ["ECS_RESERVED_MEMORY", String(capacity.reservedMemoryMiB)],
    ["ECS_AVAILABLE_LOGGING_DRIVERS", '["json-file","awslogs"]'],
  ]);
}

/** The user data that writes the settings, in base64: literal, so that every plan knows it. */
export function userData(environment: Environment): string {
  const lines = [...agentSettings(environment)].map(([key, value]) => `${key}=${value}`);
  const script = ["#!/bin/bash", "cat >> /etc/ecs/ecs.config <<'SETTINGS'", ...lines, "SETTINGS", ""].join("\n");
  return Buffer.from(script).toString("base64");
}
