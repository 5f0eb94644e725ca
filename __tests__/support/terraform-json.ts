export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };
/** A `cdk.tf.json`. */
export type TerraformDocument = { resource: { [type: string]: { [name: string]: JsonObject } } } & JsonObject;

/**
 * Edits synthesized stacks by address, as a careless hand would. What isn't there can't be edited: each verb throws, so
 * that no test breaks something that was never there.
 *
 * A path is the attribute's (`"metadata_options.http_tokens"`, `"ingress.0.description"`), `*` is every element. A block
 * that is there once needs no index, and a path leads into JSON text too:
 * `"container_definitions.0.user"`, `"policy.Statement.0.Condition"`.
 */
export class TerraformJson {
  constructor(readonly documents: ReadonlyMap<string, TerraformDocument>) {}

  /** Takes the resource out. */
  remove(address: string): void {
    const { siblings, name } = this.locate(address);
    delete siblings[name];
  }

  /** Puts a resource into the stack that holds the resource `beside`. */
  add(address: string, body: JsonObject, beside: string): void {
    const [type, name] = address.split(".") as [string, string];
    const { document } = this.locate(beside);
    document.resource[type] = { ...document.resource[type], [name]: body };
  }

  /** Puts a copy of a resource into its stack, under another address. */
  copy(from: string, to: string): void {
    const { siblings, name } = this.locate(from);
    this.add(to, structuredClone(siblings[name] ?? {}), from);
  }

  /** Sets what the path names; the way there must exist, its last part need not. */
  set(address: string, path: string, value: Json): void {
    const { siblings, name } = this.locate(address);
    change(siblings, [name, ...path.split(".")], address, () => value);
  }

  /** Takes out what the path names. */
  unset(address: string, path: string): void {
    const { siblings, name } = this.locate(address);
    change(siblings, [name, ...path.split(".")], address, (value) => {
      if (value === undefined) throw new Error(`${address} has no ${path}`);
      return undefined;
    });
  }

  /** What the path names; `undefined` where there is none. */
  get(address: string, path: string): Json | undefined {
    const { siblings, name } = this.locate(address);
    let found: Json | undefined;
    change(siblings, [name, ...path.split(".")], address, (value) => {
      found = value;
      return value;
    });
    return found;
  }

  /** Edits a document as a whole: its backend, its provider. */
  editDocument(stack: string, edit: (document: TerraformDocument) => void): void {
    const document = this.documents.get(stack);
    if (document === undefined)
      throw new Error(`no stack ${stack}; there are ${[...this.documents.keys()].join(", ")}`);
    edit(document);
  }

  private locate(address: string) {
    const [type = "", name = ""] = address.split(".");
    for (const document of this.documents.values()) {
      const siblings = document.resource[type];
      if (siblings?.[name] !== undefined) return { document, siblings, name };
    }
    const all = [...this.documents.values()].flatMap((document) => Object.keys(document.resource[type] ?? {}));
    throw new Error(`no ${address}; of this type there are: ${all.join(", ") || "none"}`);
  }
}

type Change = (value: Json | undefined) => Json | undefined;

function change(parent: JsonObject | Json[], path: readonly string[], address: string, by: Change): void {
  const [key = "", ...rest] = path;
  if (Array.isArray(parent)) {
    if (key === "*") {
      for (const index of parent.keys()) change(parent, [String(index), ...rest], address, by);
      return;
    }
    if (!/^\d+$/.test(key)) {
      if (parent.length !== 1) throw new Error(`${address}: ${key} is in a list of ${parent.length}; give its index`);
      change(parent, ["0", ...path], address, by);
      return;
    }
  }
  // An element of a list is read and written like a property.
  const holder = parent as JsonObject;
  const value = holder[key];
  if (rest.length === 0) {
    const changed = by(value);
    if (changed !== undefined) holder[key] = changed;
    else if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete holder[key];
  } else if (typeof value === "string") {
    const parsed: JsonObject | Json[] = JSON.parse(value);
    change(parsed, rest, address, by);
    holder[key] = JSON.stringify(parsed);
  } else if (typeof value === "object" && value !== null) {
    change(value, rest, address, by);
  } else {
    throw new Error(`${address} has no ${key}, so no ${key}.${rest.join(".")}`);
  }
}
