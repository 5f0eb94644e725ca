import { type App, TerraformResource } from "cdktf";

/** What is taken under Terraform's care instead of being made, by address. */
export interface Taken {
  /** Id as `terraform import` takes it. */
  readonly imports: ReadonlyMap<string, string>;
  /** The address before, of what the state has under another. */
  readonly moves: ReadonlyMap<string, string>;
}

/** Adds an `import` or a `moved` block for each. @throws Error where a stack has no such address */
export function takeOver(app: App, { imports, moves }: Taken): void {
  const resources = new Map(
    app.node
      .findAll()
      .filter(TerraformResource.isTerraformResource)
      .map((resource) => [`${resource.terraformResourceType}.${resource.friendlyUniqueId}`, resource]),
  );
  const at = (address: string): TerraformResource => {
    const resource = resources.get(address);
    if (resource === undefined) throw new Error(`no stack has ${address}`);
    return resource;
  };
  for (const [address, id] of imports) at(address).importFrom(id);
  for (const [address, from] of moves) at(address).moveFromId(from);
}
