import { type Aws, AwsError } from "../../src/sandbox/client";
import { sdkCall } from "../../src/sandbox/executions/sdk-call";
import type { Json } from "../../src/states-language/json";

const answering = (answer: () => unknown): { readonly aws: Aws; readonly asked: unknown[] } => {
  const asked: unknown[] = [];
  const aws: Aws = {
    call: async (...call) => {
      asked.push(call);
      return answer();
    },
    rest: async () => "",
  };
  return { aws, asked };
};
const sdk = (service: string, action: string) => `arn:aws:states:::aws-sdk:${service}:${action}`;

test("names of ECS begin as Step Functions has them, there and back", async () => {
  const { aws, asked } = answering(() => ({ services: [{ desiredCount: 2 }] }));
  const answer = await sdkCall(sdk("ecs", "describeServices"), { Cluster: "demo", Services: ["web"] }, aws);
  expect(asked).toEqual([["ecs", "DescribeServices", { cluster: "demo", services: ["web"] }]]);
  expect(answer).toEqual({ Services: [{ DesiredCount: 2 }] });
});

test("what is text in XML is a number, a list or a yes again", async () => {
  const group = { AutoScalingGroupName: "1", DesiredCapacity: "4", CapacityRebalance: "true", Instances: "" };
  const { aws } = answering(() => ({ AutoScalingGroups: [group] }));
  expect(await sdkCall(sdk("autoscaling", "describeAutoScalingGroups"), {}, aws)).toEqual({
    AutoScalingGroups: [{ AutoScalingGroupName: "1", DesiredCapacity: 4, CapacityRebalance: true, Instances: [] }],
  });
});

test.each<[resource: string, parameters: Json, error: Error | undefined, name: string]>([
  [sdk("ecs", "describeTasks"), {}, new AwsError("ClusterNotFoundException", "none"), "Ecs.ClusterNotFoundException"],
  [sdk("autoscaling", "x"), {}, new AwsError("Throttling", "slowly"), "AutoScaling.ThrottlingException"],
  ["arn:aws:states:::sns:publish", {}, new Error("cut off"), "Sns.SnsException"],
  [sdk("lambda", "invoke"), {}, undefined, "States.Runtime"],
  [sdk("ecs", "describeTasks"), "text", undefined, "States.Runtime"],
])("%s with %j fails as Step Functions says it", async (resource, parameters, error, name) => {
  const { aws } = answering(() => {
    throw error;
  });
  await expect(sdkCall(resource, parameters, aws)).rejects.toMatchObject({ name, cause: expect.any(String) });
});
