import type { MaybeValue, Value } from "./value";

/** A nested block, or a resource's body: attributes and further blocks. */
export interface Block {
  /**
   * The value at a path (`"metadata_options.http_tokens"`); `undefined` where it isn't set. Null is not set; so is what
   * the configuration leaves to the provider. A block on the way that is there once is looked through; one that is
   * there several times gives a list, those of lists as one. A list of one object, at the path itself too, is that
   * object: a plan writes every block as a list.
   */
  get(path: string): MaybeValue;
  /** The blocks (or objects of a list) at a path, whether the source writes one as an object or as a list of one. */
  blocks(path: string): readonly Block[];
  /** All attributes as one value. */
  readonly values: { readonly [key: string]: Value };
}

export interface Lifecycle {
  readonly preventDestroy: boolean;
  readonly createBeforeDestroy: boolean;
  /** Attribute paths as written (`"desired_capacity"`); `["all"]` for all. */
  readonly ignoreChanges: readonly string[];
}

export interface Resource extends Block {
  /** `aws_ecs_service.web`, `module.network.aws_subnet.private[0]`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** `undefined`: the source doesn't say (`terraform show -json` leaves lifecycles out). */
  readonly lifecycle: Lifecycle | undefined;
  /** Addresses in `depends_on`, as written. */
  readonly dependsOn: readonly string[];
  /** Addresses of what Terraform makes before it: all that its body refers to, and `dependsOn`. */
  readonly dependencies: readonly string[];
}

export interface Backend {
  readonly type: string;
  readonly settings: { readonly [key: string]: Value };
}

export interface Provider {
  readonly name: string;
  readonly settings: Block;
}

/** A `moved` block. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A part of what would be deployed that the source doesn't hold. */
export interface Unread {
  /** `module.network`, or the address of a resource; `""`: it isn't known which. */
  readonly address: string;
  /** Why it isn't there. */
  readonly reason: string;
}

/** What would be deployed, whichever of the two sources it was read from. */
export interface Plan {
  /** `"configuration"`: a `cdk.tf.json`; `"plan"`: the output of `terraform show -json`. */
  readonly source: "configuration" | "plan";
  /** Name of the stack, as CDKTF notes it in a `cdk.tf.json`; `undefined`: the source doesn't say. */
  readonly stack: string | undefined;
  /** All managed resources, or those of the given types, in the source's order. */
  resources(...types: string[]): readonly Resource[];
  /** What is looked up: the data sources of a type, as far as they are known. */
  dataSources(type: string): readonly Resource[];
  /** The resource at an address (an address without an index finds the first instance). */
  resource(address: string): Resource | undefined;
  /** The resources that a value comes from: by reference, or by a literal that equals one's known name, id or ARN. */
  referenced(value: MaybeValue, ...types: string[]): readonly Resource[];
  /** `undefined`: the source doesn't say. */
  readonly backend: Backend | undefined;
  readonly providers: readonly Provider[];
  /** Versions that the configuration asks for: of `"terraform"`, and of providers by their names. */
  readonly versions: { readonly [name: string]: Value };
  readonly moves: readonly Move[];
  /** Addresses that the plan takes out of Terraform's care, by deletion or by a `removed` block. */
  readonly removals: readonly string[];
  /** What can't be read, so that nobody takes the rest for all. */
  readonly unread: readonly Unread[];
  /** Whether the provider's default tags say `Disposable = "true"`: protection against deletion is off on purpose. */
  readonly disposable: boolean;
  /** The same with other resources: a plan that nobody has written, to ask what a change would do. */
  withResources(resources: readonly Resource[]): Plan;
}
