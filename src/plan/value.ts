/** A resource's attribute that an expression names: `aws_kms_key.key` and `arn`. */
export interface Reference {
  /**
   * Address of the resource, in its module: `module.vpc.aws_subnet.private[0]`, or without the index. Also what a value
   * comes from that is no resource of the plan: `data.aws_ami.ecs`, `var.image_tag`, `local.tags`, `module.vpc`.
   */
  readonly address: string;
  /** Path of the attribute in it, `""` for the whole resource. */
  readonly attribute: string;
}

/** A value that is known only at apply: where it will come from, and what is known of it. */
export class Unknown {
  constructor(
    readonly references: readonly Reference[],
    /**
     * The text around the references, as written (`"${aws_s3_bucket.state.arn}/*"`), where the source has it: a template
     * of Terraform's, in which `$${` stands for `${`.
     */
    readonly template?: string,
  ) {}
}

export type ValueRecord = { readonly [key: string]: Value };
export type Value = null | boolean | number | string | Unknown | readonly Value[] | ValueRecord;

/** `undefined`: not set, by the configuration or by anything that is known of the provider's defaults. */
export type MaybeValue = Value | undefined;

/** Whether a value is an object or map. */
export function isRecord(value: unknown): value is ValueRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
}

/** Whether a value is a list. (`Array.isArray` doesn't narrow a read-only one.) */
export function isList(value: MaybeValue): value is readonly Value[] {
  return Array.isArray(value);
}

/** A record's own entry: a key such as `constructor` finds nothing that isn't there. */
export function entry(record: ValueRecord, key: string): MaybeValue {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A value as a list: itself if it is one, else a list of it; not set is an empty one. */
export function listOf(value: MaybeValue): readonly Value[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

/** Every reference in a value, at any depth, in order, each once. */
export function referencesOf(...values: readonly MaybeValue[]): readonly Reference[] {
  const found = new Map<string, Reference>();
  const visit = (value: MaybeValue): void => {
    if (value instanceof Unknown) {
      for (const reference of value.references) found.set(`${reference.address} ${reference.attribute}`, reference);
    } else if (isList(value)) {
      value.forEach(visit);
    } else if (isRecord(value)) {
      Object.values(value).forEach(visit);
    }
  };
  values.forEach(visit);
  return [...found.values()];
}

/** Whether nothing in a value, at any depth, is unknown. */
export function isKnown(value: Value): boolean {
  if (value instanceof Unknown) return false;
  if (isList(value)) return value.every(isKnown);
  return !isRecord(value) || Object.values(value).every(isKnown);
}
