import { equals } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";

const EBS = "block_device_mappings.ebs";

export const volumesGoWithInstances: Check = (plan) =>
  plan
    .resources("aws_launch_template")
    .map((template) => ({ address: template.address, volumes: template.blocks(EBS) }))
    .filter(({ volumes }) => volumes.length > 0)
    .map(({ address, volumes }) =>
      allOf(
        address,
        volumes.map((volume) =>
          judgeValue(
            address,
            `${EBS}.delete_on_termination`,
            volume.get("delete_on_termination") ?? true,
            equals(true),
          ),
        ),
      ),
    );
