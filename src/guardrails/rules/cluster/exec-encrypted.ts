import { equals, isSet } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { customerManagedKey } from "../../vocabulary/keys";

const EXEC = "configuration.execute_command_configuration";

export const execEncrypted: Check = (plan) =>
  plan.resources("aws_ecs_cluster").map((cluster) => {
    const isInBucket = isSet.holds(cluster.get(`${EXEC}.log_configuration.s3_bucket_name`)) === true;
    const encrypted = isInBucket ? "s3_bucket_encryption_enabled" : "cloud_watch_encryption_enabled";
    return allOf(cluster.address, [
      judgeAttribute(cluster, `${EXEC}.kms_key_id`, customerManagedKey(plan)),
      judgeAttribute(cluster, `${EXEC}.log_configuration.${encrypted}`, equals(true), false),
    ]);
  });
