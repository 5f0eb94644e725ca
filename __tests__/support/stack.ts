import { Testing } from "cdktf";
import production from "../../src/environments/production";
import { type Environment, type EnvironmentInput, environmentSchema } from "../../src/environments/schema";
import { BallastStack, type BallastStackProps } from "../../src/stacks/ballast-stack";

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** `cdk.tf.json`, as far as the tests look at it. */
export interface SynthesizedStack {
  readonly resource: { readonly [type: string]: { readonly [name: string]: JsonObject } };
  readonly output?: { readonly [name: string]: JsonObject };
  readonly variable?: { readonly [name: string]: JsonObject };
  readonly terraform: JsonObject;
}

/** `production` with the given top-level fields instead of its own, every default resolved. */
export function environmentWith(fields: Partial<EnvironmentInput> = {}): Environment {
  return environmentSchema.parse({ ...production, ...fields });
}

/** Props of a stack of that environment, in the offline mode. */
export function stackProps(environment: Environment): BallastStackProps {
  return {
    environment,
    mode: "offline",
    backend: {
      bucket: `${environment.name}-state`,
      region: environment.region,
      dynamodb_table: `${environment.name}-locks`,
      use_lockfile: true,
      encrypt: true,
      kms_key_id: "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000",
    },
  };
}

/** Builds a stack of `environment` with what `build` puts in it, and reads back what Terraform would get. */
export function synthesizeStack(
  build: (stack: BallastStack) => void,
  environment: Environment = environmentWith(),
): SynthesizedStack {
  const stack = new BallastStack(Testing.app(), "test", stackProps(environment));
  build(stack);
  return synthesized(stack);
}

/** What Terraform would get of a stack that is built already. */
export function synthesized(stack: BallastStack): SynthesizedStack {
  return JSON.parse(Testing.synth(stack));
}

/** Addresses of every resource of that kind, or of all, sorted. */
export function addresses(stack: SynthesizedStack, type?: string): string[] {
  return Object.entries(stack.resource)
    .filter(([key]) => type === undefined || key === type)
    .flatMap(([key, resources]) => Object.keys(resources).map((name) => `${key}.${name}`))
    .sort();
}

/** Arguments of the resource at that address. */
export function resource(stack: SynthesizedStack, address: string): JsonObject {
  const [type = "", name = ""] = address.split(".");
  const found = stack.resource[type]?.[name];
  if (found === undefined) throw new Error(`no ${address} among ${addresses(stack).join(", ")}`);
  return found;
}

/** Statements of the policy document in that argument of the resource at that address. */
export function statements(stack: SynthesizedStack, address: string, argument = "policy"): readonly JsonObject[] {
  return JSON.parse(String(resource(stack, address)[argument])).Statement;
}
