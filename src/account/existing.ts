/** Something that is in an account, in Terraform's words, whoever made it. */
export interface Existing {
  /** `"aws_lb"`. */
  readonly type: string;
  /** As `terraform import` takes it. */
  readonly id: string;
  /** `undefined`: AWS gives it none, or doesn't say. */
  readonly arn: string | undefined;
  /** What AWS calls it; its id, where it has no name. */
  readonly name: string;
  /** What tells it from others of its type and never changes, as Terraform calls it: `port`, `vpc_id`, `internal`. */
  readonly attributes: { readonly [attribute: string]: string | number | boolean };
  /** Ids, names or ARNs of what it refers to. */
  readonly uses: readonly string[];
  readonly tags: { readonly [key: string]: string };
  /**
   * Who makes and ends such things by himself: an Auto Scaling group its instances.
   * @default - nobody: a person or a program has made it
   */
  readonly madeBy?: string;
}

/** Whether something is meant by an id, a name or an ARN. */
export function isCalled({ id, arn, name }: Existing, text: string): boolean {
  return text !== "" && (text === id || text === arn || text === name);
}

/** Tags as AWS lists them. */
export function tagsOf(
  tags: readonly { readonly [field in "Key" | "Value" | "key" | "value"]?: string | undefined }[] = [],
): { readonly [key: string]: string } {
  return Object.fromEntries(tags.map((tag) => [tag.Key ?? tag.key ?? "", tag.Value ?? tag.value ?? ""]));
}

/** What is there of the texts. */
export function present(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined && text !== "") as readonly string[];
}
