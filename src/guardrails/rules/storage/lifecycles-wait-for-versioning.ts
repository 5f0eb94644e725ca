import { companions } from "../../../plan/facts/belonging";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { dependenciesOf } from "../../vocabulary/dependencies";

const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration";

export const lifecyclesWaitForVersioning: Check = (plan) =>
  plan.resources("aws_s3_bucket").flatMap((bucket) => {
    const versionings = companions(plan, bucket, "aws_s3_bucket_versioning", "bucket");
    return companions(plan, bucket, LIFECYCLE, "bucket")
      .filter((lifecycle) => lifecycle.blocks("rule.noncurrent_version_expiration").length > 0)
      .flatMap((lifecycle) =>
        versionings.map(({ address }) =>
          judge(lifecycle.address, dependenciesOf(plan, lifecycle).has(address), `it doesn't depend on ${address}`),
        ),
      );
  });
