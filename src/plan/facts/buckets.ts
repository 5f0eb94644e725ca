import { oncePerPlan } from "../once";
import type { Resource } from "../plan";
import { belonging } from "./belonging";

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
export const buckets = oncePerPlan((plan): readonly BucketFact[] => {
  const companionsOf = (type: string) => belonging(plan, plan.resources(type), "bucket", "aws_s3_bucket");
  const versioning = companionsOf("aws_s3_bucket_versioning");
  const encryption = companionsOf("aws_s3_bucket_server_side_encryption_configuration");
  const publicAccessBlock = companionsOf("aws_s3_bucket_public_access_block");
  const policy = companionsOf("aws_s3_bucket_policy");
  const ownership = companionsOf("aws_s3_bucket_ownership_controls");
  const lifecycle = companionsOf("aws_s3_bucket_lifecycle_configuration");
  const logging = companionsOf("aws_s3_bucket_logging");
  return plan.resources("aws_s3_bucket").map((bucket) => ({
    bucket,
    versioning: versioning.get(bucket.address)?.[0],
    encryption: encryption.get(bucket.address)?.[0],
    publicAccessBlock: publicAccessBlock.get(bucket.address)?.[0],
    policy: policy.get(bucket.address)?.[0],
    ownership: ownership.get(bucket.address)?.[0],
    lifecycle: lifecycle.get(bucket.address)?.[0],
    logging: logging.get(bucket.address)?.[0],
  }));
});
