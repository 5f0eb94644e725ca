import { equals } from "../../expectation";
import { allOf, failed, judgeValue, unlessOpen } from "../../judge";
import { customerManagedKey } from "../../keys";
import type { Check } from "../../rule";

const EBS = "block_device_mappings.ebs";

export const volumesEncryptedUnderKey: Check = (plan) =>
  plan.resources("aws_launch_template").map((template) => {
    const { address } = template;
    const volumes = template.blocks(EBS);
    if (volumes.length === 0) {
      const judgement = failed(address, `no ${EBS} says how its root volume is encrypted`);
      return unlessOpen(plan, judgement, template.get(EBS));
    }
    return allOf(
      address,
      volumes.flatMap((volume) => [
        judgeValue(address, `${EBS}.encrypted`, volume.get("encrypted") ?? false, equals(true)),
        judgeValue(address, `${EBS}.kms_key_id`, volume.get("kms_key_id"), customerManagedKey(plan)),
      ]),
    );
  });
