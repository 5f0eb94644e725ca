import { isSet } from "../../expectation";
import { judge } from "../../judge";
import type { Check } from "../../rule";

/** SQS encrypts new queues by itself, unless it is told not to. */
export const queuesEncrypted: Check = (plan) =>
  plan
    .resources("aws_sqs_queue")
    .map((queue) =>
      judge(
        queue.address,
        isSet.holds(queue.get("kms_master_key_id")) === true ||
          String(queue.get("sqs_managed_sse_enabled") ?? true) === "true",
        "sqs_managed_sse_enabled is false, and it has no key",
      ),
    );
