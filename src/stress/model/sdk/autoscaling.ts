import type { Json, JsonObject } from "../../../states-language/json";
import type { AutoScalingGroup } from "../auto-scaling-group";
import type { Instance } from "../instance";
import type { Platform } from "../platform";
import { type Adapter, type Caller, failure, objectAt, textsOf } from "./adapter";

const SHARE = "OnDemandPercentageAboveBaseCapacity";

/** EC2 Auto Scaling, as far as the model has it. */
export const AUTO_SCALING: { readonly [action: string]: Adapter } = {
  "autoscaling:describeAutoScalingGroups": {
    permission: "autoscaling:DescribeAutoScalingGroups",
    resources: () => [],
    parameters: ["AutoScalingGroupNames"],
    answer: ({ AutoScalingGroupNames: wanted }, { platform }) => ({
      AutoScalingGroups: platform.groups
        .filter(({ facts }) => wanted === undefined || textsOf(wanted).includes(facts.name))
        .map(describe),
    }),
  },
  "autoscaling:describeScalingActivities": {
    permission: "autoscaling:DescribeScalingActivities",
    resources: () => [],
    parameters: ["AutoScalingGroupName", "MaxRecords"],
    answer: ({ AutoScalingGroupName, MaxRecords = 100 }, { platform }) => ({
      Activities: activities(platform, groupNamed(platform, AutoScalingGroupName)).slice(0, Number(MaxRecords)),
    }),
  },
  "autoscaling:updateAutoScalingGroup": {
    permission: "autoscaling:UpdateAutoScalingGroup",
    resources: ({ AutoScalingGroupName }, { platform }) => [groupNamed(platform, AutoScalingGroupName).facts.arn],
    parameters: ["AutoScalingGroupName", "DesiredCapacity", "MaxSize", "MixedInstancesPolicy"],
    answer: update,
    effect: ({ AutoScalingGroupName, ...changes }) => `${String(AutoScalingGroupName)}: ${JSON.stringify(changes)}`,
  },
};

function describe(group: AutoScalingGroup): Json {
  const { facts, desired } = group;
  return {
    AutoScalingGroupName: facts.name,
    AutoScalingGroupARN: facts.arn,
    MinSize: facts.min,
    MaxSize: facts.max,
    DesiredCapacity: desired,
    MixedInstancesPolicy: {
      InstancesDistribution: {
        OnDemandBaseCapacity: facts.onDemandBase,
        [SHARE]: group.onDemandPercentageAboveBase,
        SpotAllocationStrategy: facts.spotAllocation,
      },
    },
    Instances: [...group.instances].map((instance) => ({
      InstanceId: instance.id,
      InstanceType: instance.type.name,
      AvailabilityZone: instance.zone,
      LifecycleState: lifecycleState(group, instance),
      HealthStatus: "Healthy",
    })),
  };
}

/** One that is being reclaimed is in service until it is gone: the group isn't told of the notice. */
function lifecycleState(group: AutoScalingGroup, instance: Instance): string {
  if (group.isEnding(instance)) return "Terminating:Wait";
  return instance.state === "launching" ? "Pending" : "InService";
}

/** The newest first. */
function activities({ world }: Platform, group: AutoScalingGroup): readonly Json[] {
  const launches = [
    ...group.launched.map(({ launchedAt }) => ({ at: launchedAt, StatusCode: "Successful" })),
    ...group.failedLaunches.map((at) => ({ at, StatusCode: "Failed" })),
  ];
  return launches
    .sort((a, b) => b.at - a.at)
    .map(({ at, StatusCode }) => ({ StatusCode, StartTime: world.timestamp(at) }));
}

function update(parameters: JsonObject, { platform }: Caller): Json {
  const { AutoScalingGroupName, DesiredCapacity, MaxSize, MixedInstancesPolicy } = parameters;
  const group = groupNamed(platform, AutoScalingGroupName);
  if (MaxSize !== undefined) group.setMax(Number(MaxSize));
  if (DesiredCapacity !== undefined) group.setDesired(Number(DesiredCapacity), "UpdateAutoScalingGroup");
  const { [SHARE]: share, ...others } = objectAt(parameters, "MixedInstancesPolicy", "InstancesDistribution");
  const isOther = MixedInstancesPolicy !== undefined && share === undefined;
  if (isOther || Object.keys(others).length > 0)
    throw failure("States.Runtime", `the model knows no other change of a mixed instances policy than ${SHARE}`);
  if (share === undefined) return {};
  if (!Number.isInteger(share) || Number(share) < 0 || Number(share) > 100)
    throw failure("AutoScaling.AutoScalingException", `${JSON.stringify(share)} is no percentage`);
  group.setOnDemandPercentage(Number(share));
  return {};
}

function groupNamed({ groups }: Platform, name: Json | undefined): AutoScalingGroup {
  const group = groups.find(({ facts }) => facts.name === name);
  if (group === undefined)
    throw failure("AutoScaling.AutoScalingException", `AutoScalingGroup name not found: ${JSON.stringify(name)}`);
  return group;
}
