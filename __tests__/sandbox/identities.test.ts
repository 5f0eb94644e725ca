import type { Aws } from "../../src/sandbox/client";
import { withAssociation } from "../../src/sandbox/enforcement/associations";
import { askedAboutIdentities } from "../../src/sandbox/enforcement/identity-requests";
import { askedAbout } from "../../src/sandbox/enforcement/requests";
import { resourcesOf } from "../../src/sandbox/enforcement/resources";
import { requestTags } from "../../src/sandbox/enforcement/tags";
import type { Call, Parameters } from "../../src/sandbox/protocol/call";

const call = (service: string, operation: string, parameters: Parameters): Call => ({
  service,
  operation,
  parameters,
  protocol: "json",
  region: "us-east-1",
  http: { method: "POST", url: "/", headers: {}, body: Buffer.alloc(0) },
});

/** An emulator that knows one role, with a path and a boundary. */
const aws: Aws = {
  call: async (_service, _operation, parameters) => {
    if (parameters?.RoleName !== "linked") throw new Error("no such role");
    const Arn = "arn:aws:iam::000000000000:role/aws-service-role/x/linked";
    return { Role: { Arn, PermissionsBoundary: { PermissionsBoundaryArn: "arn:boundary" } } };
  },
  rest: async () => "",
};
const iam = (operation: string, parameters: Parameters) =>
  askedAboutIdentities(call("iam", operation, parameters), aws);
const arn = (resource: string) => `arn:aws:iam::000000000000:${resource}`;

test.each([
  [
    "GetRole",
    { RoleName: "linked" },
    "role/aws-service-role/x/linked",
    { "iam:permissionsboundary": ["arn:boundary"] },
  ],
  [
    "CreateRole",
    { RoleName: "new", PermissionsBoundary: "arn:b" },
    "role/new",
    { "iam:permissionsboundary": ["arn:b"] },
  ],
  ["AttachRolePolicy", { RoleName: "new", PolicyArn: "arn:p" }, "role/new", { "iam:policyarn": ["arn:p"] }],
  ["AddRoleToInstanceProfile", { RoleName: "r", InstanceProfileName: "p" }, "instance-profile/p", {}],
  [
    "GetServiceLinkedRoleDeletionStatus",
    { DeletionTaskId: "task/aws-service-role/x/linked/1" },
    "role/aws-service-role/x/linked",
    {},
  ],
  ["CreatePolicy", { PolicyName: "p" }, "policy/p", {}],
  [
    "CreateServiceLinkedRole",
    { AWSServiceName: "autoscaling.amazonaws.com", CustomSuffix: "demo" },
    "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForService_demo",
    { "iam:awsservicename": ["autoscaling.amazonaws.com"] },
  ],
])("IAM is asked about %s %p", async (operation, parameters, resource, keys) => {
  expect(await iam(operation, parameters)).toEqual([{ action: `iam:${operation}`, resource: arn(resource), keys }]);
});

test("a policy by its ARN, a list of all by nothing", async () => {
  expect((await iam("GetPolicy", { PolicyArn: "arn:p" }))[0]?.resource).toBe("arn:p");
  expect((await iam("ListRoles", {}))[0]?.resource).toBe("*");
});

test.each([
  [
    "ecs",
    "UpdateService",
    { cluster: "arn:aws:ecs:us-east-1:0:cluster/demo", service: "web" },
    ["ecs:us-east-1:000000000000:service/demo/web"],
  ],
  ["ecs", "DescribeClusters", { clusters: ["demo"] }, ["ecs:us-east-1:000000000000:cluster/demo"]],
  ["ecs", "DescribeTaskDefinition", { taskDefinition: "web" }, []],
  ["ecs", "RegisterTaskDefinition", { family: "web" }, ["ecs:us-east-1:000000000000:task-definition/web:1"]],
  ["ecs", "UpdateCapacityProvider", { name: "one" }, ["ecs:us-east-1:000000000000:capacity-provider/one"]],
  ["monitoring", "PutMetricAlarm", { AlarmName: "a" }, ["cloudwatch:us-east-1:000000000000:alarm:a"]],
  ["monitoring", "DescribeAlarms", { AlarmNames: ["a"] }, []],
  ["monitoring", "PutDashboard", { DashboardName: "d" }, ["cloudwatch::000000000000:dashboard/d"]],
  ["logs", "CreateLogGroup", { logGroupName: "/demo/web" }, ["logs:us-east-1:000000000000:log-group:/demo/web"]],
  ["sqs", "SetQueueAttributes", { QueueUrl: "http://127.0.0.1/000000000000/q" }, ["sqs:us-east-1:000000000000:q"]],
  ["sns", "GetSubscriptionAttributes", { SubscriptionArn: "arn:aws:sns:us-east-1:0:t:1" }, ["sns:us-east-1:0:t"]],
  ["s3", "PutObject", { Bucket: "b", Key: "a/b" }, ["s3:::b/a/b"]],
  ["route53", "GetChange", { Id: "C1" }, ["route53:::change/C1"]],
  ["kms", "DescribeKey", { KeyId: "1" }, ["kms:us-east-1:000000000000:key/1"]],
  ["dynamodb", "GetItem", { TableName: "locks" }, ["dynamodb:us-east-1:000000000000:table/locks"]],
  ["events", "PutRule", { Name: "r" }, ["events:us-east-1:000000000000:rule/r"]],
  ["states", "CreateStateMachine", { name: "m" }, ["states:us-east-1:000000000000:stateMachine:m"]],
  [
    "elasticloadbalancing",
    "CreateLoadBalancer",
    { Name: "demo" },
    ["elasticloadbalancing:us-east-1:000000000000:loadbalancer/app/demo/0000000000000000"],
  ],
  ["elasticloadbalancing", "DescribeListeners", { LoadBalancerArn: "arn:aws:x" }, []],
  ["ec2", "DescribeVpcs", { VpcId: ["vpc-0a"] }, []],
] as const)("%s:%s %p is about %p", (service, operation, parameters, expected) => {
  expect(resourcesOf(call(service, operation, parameters))).toEqual(expected.map((part) => `arn:aws:${part}`));
});

test.each([
  [{ Tags: [{ Key: "a", Value: "1" }] }],
  [{ tags: [{ key: "a", value: "1" }] }],
  [{ Tags: [{ TagKey: "a", TagValue: "1" }] }],
  [{ tags: { a: "1" } }],
  [{ TagSpecification: [{ ResourceType: "vpc", Tag: [{ Key: "a", Value: "1" }] }] }],
])("tags of a request: %p", (parameters) => {
  expect(requestTags(parameters)).toEqual(new Map([["a", "1"]]));
});

test("a scaling policy is about the target that its service was registered as", () => {
  const put = call("application-autoscaling", "PutScalingPolicy", { ResourceId: "service/demo/web" });
  expect(askedAbout(put, "arn:target").map(({ resource }) => resource)).toEqual(["arn:target"]);
  expect(askedAbout(put)[0]?.resource).toMatch(/scalable-target\/new$/);
});

test("an association is about the route table and the subnet that it is between", async () => {
  const association = { routeTableAssociationId: "rtbassoc-0c", routeTableId: "rtb-0a", subnetId: "subnet-0b" };
  const emulator: Aws = {
    call: async () => ({ routeTableSet: [{ associationSet: [association] }] }),
    rest: async () => "",
  };
  const about = await withAssociation(
    call("ec2", "DisassociateRouteTable", { AssociationId: "rtbassoc-0c" }),
    emulator,
  );
  expect(resourcesOf(about)).toEqual(
    ["route-table/rtb-0a", "subnet/subnet-0b"].map((part) => `arn:aws:ec2:us-east-1:000000000000:${part}`),
  );
});

test("an address's association is about the address", async () => {
  const emulator: Aws = {
    call: async () => ({ addressesSet: [{ allocationId: "eipalloc-0a", associationId: "eipassoc-0c" }] }),
    rest: async () => "",
  };
  const about = await withAssociation(call("ec2", "DisassociateAddress", { AssociationId: "eipassoc-0c" }), emulator);
  expect(resourcesOf(about)).toEqual(["arn:aws:ec2:us-east-1:000000000000:elastic-ip/eipalloc-0a"]);
  const other = call("ec2", "DeleteVpc", { VpcId: "vpc-0a" });
  expect(await withAssociation(other, emulator)).toBe(other);
});
