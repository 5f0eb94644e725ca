import { Testing } from "cdktf";
import {
  type Environment,
  type EnvironmentInput,
  environmentSchema,
  type Service,
} from "../../src/environments/schema";
import { PlatformStack } from "../../src/stacks/platform-stack";
import { service } from "./edge";
import { environmentWith, type SynthesizedStack, stackProps, synthesized } from "./stack";

/** The platform of `production` with the given top-level fields instead of its own. */
export function platform(fields: Partial<EnvironmentInput> = {}): SynthesizedStack {
  return platformOf(environmentWith(fields));
}

/** The platform of that environment. */
export function platformOf(environment: Environment): SynthesizedStack {
  return synthesized(new PlatformStack(Testing.app(), "test", stackProps(environment)));
}

/** A service named `web` with the given fields, every default resolved. */
export function resolvedService(fields: Partial<EnvironmentInput["services"][number]> = {}): Service {
  const [resolved] = environmentSchema.shape.services.parse([service({ name: "web", ...fields })]);
  if (resolved === undefined) throw new Error("one service goes in, one comes out");
  return resolved;
}
