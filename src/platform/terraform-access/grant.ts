import type { Statement } from "../policy";
import type { Scope } from "./scope";

/** A condition of a policy, as IAM writes it. */
export type Condition = NonNullable<Statement["Condition"]>;

/** What is allowed together: each of the actions on each of the resources, under one condition. */
export interface Grant {
  readonly actions: readonly string[];
  /** ARNs; `*` only where the Service Authorization Reference knows no resource type of the action. */
  readonly resources: readonly string[];
  /** @default - none */
  readonly condition?: Condition;
}

/** The steps in the life of a resource. Every plan reads; an apply reads too, before and after each other step. */
export const STEPS = ["read", "create", "update", "delete"] as const;
export type Step = (typeof STEPS)[number];

/** What the AWS provider calls in each step; a step that is left out needs nothing of its own. */
export type Needs = { readonly [step in Step]?: readonly Grant[] };

/** A resource as synthesized. */
export interface SynthesizedResource {
  readonly address: string;
  readonly type: string;
  /** Its arguments, as `cdk.tf.json` has them. */
  readonly body: { readonly [argument: string]: unknown };
}

/** What Terraform needs for one resource. */
export type Access = (resource: SynthesizedResource, scope: Scope) => Needs;

/** A table of what the resource types of one service need. */
export type AccessTable = { readonly [type: string]: Access };

/** The actions of a service, by their names: `actionsOf("ecs")("CreateCluster")`. */
export function actionsOf(service: string): (...names: readonly string[]) => readonly string[] {
  return (...names) => names.map((name) => `${service}:${name}`);
}
