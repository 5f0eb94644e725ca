import { companions } from "../../../plan/facts/belonging";
import { stateBuckets } from "../../../plan/facts/state";
import { judge } from "../../judge";
import type { Check } from "../../rule";

const PATHS = ["expiration.days", "expiration.date"];

export const stateNeverExpires: Check = (plan) =>
  stateBuckets(plan).map((bucket) => {
    const rules = companions(plan, bucket, "aws_s3_bucket_lifecycle_configuration", "bucket").flatMap((lifecycle) =>
      lifecycle.blocks("rule"),
    );
    const ends = rules
      .filter((rule) => rule.get("status") !== "Disabled")
      .flatMap((rule) => PATHS.map((path) => rule.get(path)))
      .filter((end) => end !== undefined && end !== 0);
    return judge(bucket.address, ends.length === 0, "a lifecycle rule lets the newest version of a state expire");
  });
