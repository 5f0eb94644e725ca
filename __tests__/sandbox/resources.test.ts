import { type Asked, askedAbout } from "../../src/sandbox/enforcement/requests";
import { resourceTags } from "../../src/sandbox/enforcement/tags";
import { Memory } from "../../src/sandbox/mends/memory";
import type { Parameters } from "../../src/sandbox/protocol/call";

const asked = (service: string, operation: string, parameters: Parameters = {}): readonly Asked[] =>
  askedAbout({
    service,
    operation,
    protocol: "json",
    region: "us-east-1",
    parameters,
    http: { method: "POST", url: "/", headers: {}, body: Buffer.alloc(0) },
  });
const resources = (...call: CallParts) => asked(...call).map(({ action, resource }) => `${action} ${resource}`);
type CallParts = [service: string, operation: string, parameters?: Parameters];

// The action's resource type, of AWS's Service Authorization Reference.
const regional = (service: string) => `arn:aws:${service}:us-east-1:000000000000`;
const GROUP = ":autoScalingGroup:00000000-0000-4000-8000-000000000000:autoScalingGroupName/";

test.each<[string, string, Parameters, readonly string[]]>([
  ["sts", "GetCallerIdentity", {}, []],
  [
    "autoscaling",
    "DescribeAutoScalingGroups",
    { AutoScalingGroupNames: ["a"] },
    ["autoscaling:DescribeAutoScalingGroups *"],
  ],
  [
    "autoscaling",
    "UpdateAutoScalingGroup",
    { AutoScalingGroupName: "a" },
    [`autoscaling:UpdateAutoScalingGroup ${regional("autoscaling")}${GROUP}a`],
  ],
  [
    "autoscaling",
    "CreateOrUpdateTags",
    { Tags: [{ ResourceId: "a" }, { ResourceId: "a" }] },
    [`autoscaling:CreateOrUpdateTags ${regional("autoscaling")}${GROUP}a`],
  ],
  [
    "application-autoscaling",
    "RegisterScalableTarget",
    {},
    [`application-autoscaling:RegisterScalableTarget ${regional("application-autoscaling")}:scalable-target/new`],
  ],
  ["dynamodb", "DescribeTable", { TableName: "locks" }, [`dynamodb:DescribeTable ${regional("dynamodb")}:table/locks`]],
  [
    "ecs",
    "UpdateService",
    { cluster: "c", service: `${regional("ecs")}:service/c/web` },
    [`ecs:UpdateService ${regional("ecs")}:service/c/web`],
  ],
  [
    "ecs",
    "DescribeCapacityProviders",
    { capacityProviders: ["a", "b"] },
    [
      `ecs:DescribeCapacityProviders ${regional("ecs")}:capacity-provider/a`,
      `ecs:DescribeCapacityProviders ${regional("ecs")}:capacity-provider/b`,
    ],
  ],
  [
    "ecs",
    "PutClusterCapacityProviders",
    { cluster: "c", capacityProviders: ["a"] },
    [`ecs:PutClusterCapacityProviders ${regional("ecs")}:cluster/c`],
  ],
  ["ecs", "DeregisterTaskDefinition", { taskDefinition: "web:1" }, ["ecs:DeregisterTaskDefinition *"]],
  [
    "ecs",
    "TagResource",
    { resourceArn: `${regional("ecs")}:cluster/c` },
    [`ecs:TagResource ${regional("ecs")}:cluster/c`],
  ],
  [
    "elasticloadbalancing",
    "DescribeListeners",
    { LoadBalancerArn: "arn:aws:x" },
    ["elasticloadbalancing:DescribeListeners *"],
  ],
  [
    "elasticloadbalancing",
    "CreateLoadBalancer",
    { Name: "a" },
    [`elasticloadbalancing:CreateLoadBalancer ${regional("elasticloadbalancing")}:loadbalancer/app/a/0000000000000000`],
  ],
  [
    "elasticloadbalancing",
    "CreateTargetGroup",
    { Name: "a" },
    [`elasticloadbalancing:CreateTargetGroup ${regional("elasticloadbalancing")}:targetgroup/a/0000000000000000`],
  ],
  ["elasticloadbalancing", "CreateRule", { ListenerArn: "arn:aws:l" }, ["elasticloadbalancing:CreateRule arn:aws:l"]],
  [
    "elasticloadbalancing",
    "ModifyRule",
    { RuleArn: "arn:aws:r", ListenerArn: "arn:aws:l" },
    ["elasticloadbalancing:ModifyRule arn:aws:r"],
  ],
  ["events", "PutRule", { Name: "a" }, [`events:PutRule ${regional("events")}:rule/a`]],
  [
    "kms",
    "CreateAlias",
    { AliasName: "alias/a", TargetKeyId: "1" },
    [`kms:CreateAlias ${regional("kms")}:key/1`, `kms:CreateAlias ${regional("kms")}:alias/a`],
  ],
  ["logs", "DescribeLogGroups", { logGroupNamePrefix: "a" }, ["logs:DescribeLogGroups *"]],
  ["logs", "PutRetentionPolicy", { logGroupName: "/a" }, [`logs:PutRetentionPolicy ${regional("logs")}:log-group:/a`]],
  ["monitoring", "PutMetricAlarm", { AlarmName: "a" }, [`cloudwatch:PutMetricAlarm ${regional("cloudwatch")}:alarm:a`]],
  [
    "monitoring",
    "PutDashboard",
    { DashboardName: "a" },
    ["cloudwatch:PutDashboard arn:aws:cloudwatch::000000000000:dashboard/a"],
  ],
  ["route53", "GetChange", { Id: "C1" }, ["route53:GetChange arn:aws:route53:::change/C1"]],
  ["s3", "ListBuckets", {}, ["s3:ListAllMyBuckets *"]],
  ["s3", "GetObject", { Bucket: "a", Key: "b/c" }, ["s3:GetObject arn:aws:s3:::a/b/c"]],
  ["sns", "Unsubscribe", { SubscriptionArn: `${regional("sns")}:a:1` }, [`sns:Unsubscribe ${regional("sns")}:a`]],
  [
    "sqs",
    "GetQueueAttributes",
    { QueueUrl: "http://127.0.0.1/000000000000/a" },
    [`sqs:GetQueueAttributes ${regional("sqs")}:a`],
  ],
  ["states", "ValidateStateMachineDefinition", {}, ["states:ValidateStateMachineDefinition *"]],
  [
    "states",
    "UpdateStateMachine",
    { stateMachineArn: "arn:aws:m", roleArn: "arn:aws:iam::000000000000:role/r" },
    ["states:UpdateStateMachine arn:aws:m", "iam:PassRole arn:aws:iam::000000000000:role/r"],
  ],
  ["wafv2", "GetWebACLForResource", { ResourceArn: "arn:aws:lb" }, ["wafv2:GetWebACLForResource arn:aws:lb"]],
  [
    "wafv2",
    "AssociateWebACL",
    { WebACLArn: "arn:aws:w", ResourceArn: "arn:aws:lb" },
    ["wafv2:AssociateWebACL arn:aws:w"],
  ],
  ["wafv2", "DeleteWebACL", { Name: "a", Id: "1" }, [`wafv2:DeleteWebACL ${regional("wafv2")}:regional/webacl/a/1`]],
  [
    "events",
    "PutTargets",
    { Rule: "a", Targets: [{ RoleArn: "arn:aws:iam::000000000000:role/r" }, {}] },
    [`events:PutTargets ${regional("events")}:rule/a`, "iam:PassRole arn:aws:iam::000000000000:role/r"],
  ],
])("%s:%s of %j", (service, operation, parameters, expected) => {
  expect(resources(service, operation, parameters)).toEqual(expected);
});

test("keys that conditions look at", () => {
  const keys = (...call: CallParts) => asked(...call)[0]?.keys;
  const lock = { LockID: { S: "state/key" } };
  expect(keys("dynamodb", "GetItem", { TableName: "locks", Key: lock })).toMatchObject({
    "dynamodb:leadingkeys": ["state/key"],
  });
  expect(keys("dynamodb", "PutItem", { TableName: "locks", Item: lock })).toMatchObject({
    "dynamodb:leadingkeys": ["state/key"],
  });
  const names = { DomainName: "a.example", SubjectAlternativeNames: ["a.example", "b.example"] };
  expect(keys("acm", "RequestCertificate", names)).toMatchObject({ "acm:domainnames": ["a.example", "b.example"] });
  const change = { Change: [{ ResourceRecordSet: { Name: "\\052.A.example." } }] };
  expect(keys("route53", "ChangeResourceRecordSets", { ChangeBatch: { Changes: change } })).toMatchObject({
    "route53:changeresourcerecordsetsnormalizedrecordnames": ["*.a.example"],
  });
});

test("tags are those that the service says", async () => {
  const aws = {
    call: async (service: string, _operation: string, parameters: Parameters = {}) => {
      if (parameters.KeyId === "gone") throw new Error("gone");
      return service === "kms" ? { Tags: [{ TagKey: "a", TagValue: "1" }] } : { Tags: [{ Key: "b", Value: "2" }] };
    },
    rest: async () => "",
  };
  const memory = new Memory();
  const target = "arn:aws:application-autoscaling:us-east-1:000000000000:scalable-target/t";
  memory.of("scalable target tags").set(target, { c: "3" });
  const tags = async (arn: string) => {
    const found = await resourceTags(arn, aws, memory);
    return found && Object.fromEntries(found);
  };
  expect(await tags("arn:aws:kms:us-east-1:000000000000:key/1")).toEqual({ a: "1" });
  expect(await tags("arn:aws:kms:us-east-1:000000000000:alias/a")).toBeUndefined();
  expect(await tags("arn:aws:kms:us-east-1:000000000000:key/gone")).toBeUndefined();
  expect(await tags("arn:aws:acm:us-east-1:000000000000:certificate/1")).toEqual({ b: "2" });
  expect(await tags(target)).toEqual({ c: "3" });
  expect(await tags("arn:aws:ec2:us-east-1:000000000000:vpc/new")).toEqual({});
  expect(await tags("arn:aws:sns:us-east-1:000000000000:a")).toBeUndefined();
});
