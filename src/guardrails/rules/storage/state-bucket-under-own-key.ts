import { stateBuckets } from "../../../plan/facts/state";
import type { Check } from "../../rule";
import { judgeBucketKey } from "../../vocabulary/bucket-keys";

export const stateBucketUnderOwnKey: Check = (plan) => stateBuckets(plan).map((bucket) => judgeBucketKey(plan, bucket));
