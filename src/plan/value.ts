/** A resource's attribute that an expression names: `aws_kms_key.key` and `arn`. */
export interface Reference {
  /** Address of the resource, in its module: `module.vpc.aws_subnet.private[0]`, or without the index. */
  readonly address: string;
  /** Path of the attribute in it, `""` for the whole resource. */
  readonly attribute: string;
}

/** A value that is known only at apply: where it will come from, and what is known of it. */
export class Unknown {
  constructor(
    readonly references: readonly Reference[],
    /** The text around the references, as written (`"${aws_s3_bucket.state.arn}/*"`), where the source has it. */
    readonly template?: string,
  ) {}
}

export type Value = null | boolean | number | string | Unknown | readonly Value[] | { readonly [key: string]: Value };

/** `undefined`: not set, by the configuration or by anything that is known of the provider's defaults. */
export type MaybeValue = Value | undefined;
