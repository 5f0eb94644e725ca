import type { Block, Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { equals } from "../../expectation";
import { allOf, failed, judge, judgeValue, unlessOpen } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { customerManagedKey } from "../../vocabulary/keys";
import { launchers, statedAt } from "../../vocabulary/launchers";

const EBS = "block_device_mappings.ebs";
/** Of every ECS-optimized Amazon Linux. */
const ROOT = "/dev/xvda";

export const volumesEncryptedUnderKey: Check = (plan) => [
  ...launchers(plan, "root_block_device").map((launcher) =>
    launcher.type === "aws_launch_template" ? judgeTemplate(plan, launcher) : judgeInstance(plan, launcher),
  ),
  ...plan
    .resources("aws_ebs_volume")
    .map((volume) => allOf(volume.address, judgeVolume(plan, volume.address, "volume", volume))),
];

function judgeTemplate(plan: Plan, template: Resource): Judgement {
  const { address } = template;
  const volumes = template.blocks(EBS);
  if (volumes.length === 0) {
    const judgement = failed(address, `no ${EBS} says how its root volume is encrypted`);
    return unlessOpen(plan, judgement, template.get(EBS));
  }
  return allOf(address, [judgeRoot(template), ...volumes.flatMap((volume) => judgeVolume(plan, address, EBS, volume))]);
}

/** A volume of another name comes beside the image's own root volume, which stays as it is. */
function judgeRoot(template: Resource): Judgement {
  const names = template.blocks("block_device_mappings").map((mapping) => mapping.get("device_name"));
  const isOptimized = /\/ecs\/optimized-ami\//.test(String(template.get("image_id")));
  const isNamed = !isOptimized || names.some((name) => name === ROOT || name instanceof Unknown);
  return judge(template.address, isNamed, `no block_device_mappings names ${ROOT}, the root volume of the image`);
}

function judgeInstance(plan: Plan, instance: Resource): Judgement {
  const { address } = instance;
  const root = statedAt(instance, "root_block_device");
  if (root === undefined) return failed(address, "no root_block_device says how its root volume is encrypted");
  return allOf(
    address,
    ["root_block_device", "ebs_block_device"].flatMap((path) =>
      instance.blocks(path).flatMap((volume) => judgeVolume(plan, address, path, volume)),
    ),
  );
}

/** A launch configuration has no kms_key_id: its volumes are under the key of AWS, or of the account. */
function judgeVolume(plan: Plan, address: string, what: string, volume: Block): readonly Judgement[] {
  return [
    judgeValue(address, `encrypted of ${what}`, volume.get("encrypted") ?? false, equals(true)),
    judgeValue(address, `kms_key_id of ${what}`, volume.get("kms_key_id"), customerManagedKey(plan)),
  ];
}
