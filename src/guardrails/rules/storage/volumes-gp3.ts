import { oneOf } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";

const EBS = "block_device_mappings.ebs";

/** Provisioned types hold what they promise as well, at a price. */
export const volumesGp3: Check = (plan) =>
  plan
    .resources("aws_launch_template")
    .map((template) => ({ address: template.address, volumes: template.blocks(EBS) }))
    .filter(({ volumes }) => volumes.length > 0)
    .map(({ address, volumes }) =>
      allOf(
        address,
        volumes.map((volume) =>
          judgeValue(address, `${EBS}.volume_type`, volume.get("volume_type"), oneOf("gp3", "io2")),
        ),
      ),
    );
