/** A tiny stack of ours, as `cdk.tf.json`: enough for what reads names, tags and protection. */
export function platformDocument({
  environment = "production",
  disposable = false,
  resource = {},
  moved = [],
}: {
  readonly environment?: string;
  readonly disposable?: boolean;
  readonly resource?: object;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
} = {}) {
  return {
    "//": { metadata: { stackName: `${environment}-platform` } },
    provider: { aws: [{ default_tags: [{ tags: { Environment: environment, Disposable: String(disposable) } }] }] },
    resource,
    moved,
    terraform: { backend: { local: { path: "terraform.tfstate" } } },
  };
}

export const PROTECTED = { lifecycle: { prevent_destroy: true } };
