import { InputError } from "../../environments/problem";
import { type Grant, type Needs, STEPS, type Step, type SynthesizedResource } from "./grant";
import type { Scope } from "./scope";
import { ACCESS } from "./table";

/** The resources of a synthesized stack, `cdk.tf.json` as an object. */
export function synthesizedResources(document: unknown): readonly SynthesizedResource[] {
  const types: { readonly [type: string]: { readonly [name: string]: object } } = Object(document).resource ?? {};
  return Object.entries(types).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => ({ address: `${type}.${name}`, type, body: { ...body } })),
  );
}

/**
 * What Terraform needs for a resource in each step of its life.
 *
 * @throws InputError for a type that isn't in the table
 */
export function needsOf(resource: SynthesizedResource, scope: Scope): Needs {
  const access = ACCESS[resource.type];
  if (access !== undefined) return access(resource, scope);
  throw new InputError([
    {
      file: "src/platform/terraform-access/table",
      path: resource.address,
      got: `a ${resource.type}, which Terraform's roles know nothing of`,
      allowed:
        "a type with an entry there: what the AWS provider calls to read, create, update and delete it, and the ARNs that this can be limited to",
    },
  ]);
}

/**
 * The actions alone, by step: `neededActions(…).create` is what a recorder of calls may see while the resource is made,
 * besides `read`.
 */
export function neededActions(
  resource: SynthesizedResource,
  scope: Scope,
): { readonly [step in Step]: readonly string[] } {
  const needs = needsOf(resource, scope);
  const actions = (step: Step) => [...new Set((needs[step] ?? []).flatMap((grant) => grant.actions))].sort();
  return { read: actions("read"), create: actions("create"), update: actions("update"), delete: actions("delete") };
}

/** What the resources of a stack ask of Terraform's roles. */
export interface StackNeeds {
  readonly read: readonly Grant[];
  /** What makes, changes and ends them; nothing that ends what is under `prevent_destroy`. */
  readonly write: readonly Grant[];
  /** What would end those. */
  readonly destroyProtected: readonly Grant[];
}

/** The needs of all resources together. */
export function stackNeeds(resources: readonly SynthesizedResource[], scope: Scope): StackNeeds {
  const all = resources.map((resource) => ({ isProtected: isProtected(resource), needs: needsOf(resource, scope) }));
  const grants = (steps: readonly Step[], of = all) =>
    of.flatMap(({ needs }) => steps.flatMap((step) => needs[step] ?? []));
  const [kept, ends] = [all.filter((one) => one.isProtected), all.filter((one) => !one.isProtected)];
  return {
    read: grants(["read"]),
    write: [...grants(STEPS.filter((step) => step !== "read" && step !== "delete")), ...grants(["delete"], ends)],
    destroyProtected: grants(["delete"], kept),
  };
}

function isProtected({ body }: SynthesizedResource): boolean {
  return Object(body.lifecycle).prevent_destroy === true;
}
