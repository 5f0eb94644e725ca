import type { Plan, Resource } from "../plan";

/** A bucket and the resources that complete it, each `undefined` where the plan holds none. */
export interface BucketFact {
  /** The `aws_s3_bucket`. */
  readonly bucket: Resource;
  readonly versioning: Resource | undefined;
  readonly encryption: Resource | undefined;
  readonly publicAccessBlock: Resource | undefined;
  readonly policy: Resource | undefined;
  readonly ownership: Resource | undefined;
  readonly lifecycle: Resource | undefined;
  readonly logging: Resource | undefined;
}

/** Every bucket of the plan. */
export function buckets(plan: Plan): readonly BucketFact[] {
  return [];
}
