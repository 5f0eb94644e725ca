import type { Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { equals } from "../../expectation";
import { allOf, failed, judge, judgeValue, unlessOpen } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { customerManagedKey } from "../../vocabulary/keys";

const EBS = "block_device_mappings.ebs";
/** Of every ECS-optimized Amazon Linux. */
const ROOT = "/dev/xvda";

export const volumesEncryptedUnderKey: Check = (plan) =>
  plan.resources("aws_launch_template").map((template) => {
    const { address } = template;
    const volumes = template.blocks(EBS);
    if (volumes.length === 0) {
      const judgement = failed(address, `no ${EBS} says how its root volume is encrypted`);
      return unlessOpen(plan, judgement, template.get(EBS));
    }
    return allOf(address, [
      judgeRoot(template),
      ...volumes.flatMap((volume) => [
        judgeValue(address, `${EBS}.encrypted`, volume.get("encrypted") ?? false, equals(true)),
        judgeValue(address, `${EBS}.kms_key_id`, volume.get("kms_key_id"), customerManagedKey(plan)),
      ]),
    ]);
  });

/** A volume of another name comes beside the image's own root volume, which stays as it is. */
function judgeRoot(template: Resource): Judgement {
  const names = template.blocks("block_device_mappings").map((mapping) => mapping.get("device_name"));
  const isOptimized = /\/ecs\/optimized-ami\//.test(String(template.get("image_id")));
  const isNamed = !isOptimized || names.some((name) => name === ROOT || name instanceof Unknown);
  return judge(template.address, isNamed, `no block_device_mappings names ${ROOT}, the root volume of the image`);
}
