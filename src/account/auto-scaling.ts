import {
  AutoScalingClient,
  type AutoScalingGroup,
  paginateDescribeAutoScalingGroups,
} from "@aws-sdk/client-auto-scaling";
import { allOf } from "../aws/answers";
import type { Connection } from "../aws/connection";
import { type Existing, present, tagsOf } from "./existing";

/** Auto Scaling groups. */
export async function autoScalingResources(connection: Connection): Promise<readonly Existing[]> {
  const client = new AutoScalingClient(connection);
  const groups = await allOf(paginateDescribeAutoScalingGroups({ client }, {}), (page) => page.AutoScalingGroups);
  return groups.map(groupOf);
}

function groupOf(group: AutoScalingGroup): Existing {
  const { AutoScalingGroupName: name = "", AutoScalingGroupARN, LaunchTemplate, MixedInstancesPolicy, Tags } = group;
  const mixed = MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
  return {
    type: "aws_autoscaling_group",
    id: name,
    arn: AutoScalingGroupARN,
    name,
    attributes: { name },
    uses: present(
      LaunchTemplate?.LaunchTemplateId,
      mixed?.LaunchTemplateId,
      ...(group.VPCZoneIdentifier ?? "").split(","),
    ),
    tags: tagsOf(Tags),
  };
}
