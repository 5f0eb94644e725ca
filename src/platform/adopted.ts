import { TerraformResource, type TerraformStack } from "cdktf";
import { InputError } from "../environments/problem";
import type { Environment } from "../environments/schema";
import { literal } from "./literal";

const CLUSTER = "aws_ecs_cluster.cluster";

/** Name of the cluster, for what is written before there is one to refer to. */
export function clusterName({ name, adopted }: Environment): string {
  return String(adopted[CLUSTER]?.name ?? name);
}

/**
 * Gives what was adopted the names that it has: after all is built, by address, so that no construct knows of it.
 * @throws InputError where no resource of the stack has such an address
 */
export function keepAdoptedNames(stack: TerraformStack, { name, adopted }: Environment): void {
  const resources = new Map(
    stack.node
      .findAll()
      .filter(TerraformResource.isTerraformResource)
      .map((resource) => [`${resource.terraformResourceType}.${resource.friendlyUniqueId}`, resource]),
  );
  for (const [address, kept] of Object.entries(adopted)) {
    const resource = resources.get(address);
    if (resource === undefined) {
      const type = address.slice(0, address.indexOf("."));
      const others = [...resources.keys()].filter((other) => other.startsWith(`${type}.`));
      const allowed = `an address of ${stack.node.id}; of this type it has ${others.join(", ")}`;
      throw new InputError([{ file: name, path: `adopted[${JSON.stringify(address)}]`, got: "no resource", allowed }]);
    }
    for (const [attribute, value] of Object.entries(kept)) {
      resource.addOverride(attribute, typeof value === "string" ? literal(value) : value);
      // A prefix beside a name is refused.
      if (attribute === "name") resource.addOverride("name_prefix", undefined);
    }
  }
}
