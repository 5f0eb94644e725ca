import { Unknown } from "../../src/plan/value";
import { addressesOf, configured, fixturePlan, found } from "../support/plan";

const plan = configured({
  aws_subnet: { private: { for_each: { a: 1, b: 2 } } },
  aws_s3_bucket: { b: { bucket: "logs" } },
  aws_s3_bucket_policy: { b: { bucket: "${aws_s3_bucket.b.id}" } },
  aws_iam_role: { r: { name: "web" } },
  aws_ecs_cluster: { c: { name: "web" } },
});
const reference = (address: string, attribute = "id") => new Unknown([{ address, attribute }]);

test("resources are found by type, all or in the source's order", () => {
  expect(plan.resources()).toHaveLength(6);
  expect(addressesOf(plan.resources("aws_ecs_cluster", "aws_iam_role"))).toEqual([
    "aws_iam_role.r",
    "aws_ecs_cluster.c",
  ]);
  expect(plan.resources("aws_vpc")).toEqual([]);
});

test("an address without an index finds the first instance, one with an index that isn't there none", () => {
  expect(plan.resource("aws_subnet.private")?.address).toBe('aws_subnet.private["a"]');
  expect(plan.resource('aws_subnet.private["b"]')?.address).toBe('aws_subnet.private["b"]');
  expect(plan.resource('aws_subnet.private["c"]')).toBeUndefined();
});

test("an address without the indexes of its modules finds the instances in all of them", () => {
  const modules = fixturePlan("modules/plan.json");
  expect(modules.resource("module.service.aws_lb.this")?.address).toBe('module.service["api"].aws_lb.this');
  expect(addressesOf(modules.referenced(reference("module.service.aws_security_group_rule.in[1]")))).toEqual([
    'module.service["api"].aws_security_group_rule.in[1]',
    'module.service["web"].aws_security_group_rule.in[1]',
  ]);
});

test("a reference without an index is one to every instance", () => {
  expect(plan.referenced(reference("aws_subnet.private"))).toHaveLength(2);
});

test("references are found at any depth, each resource once", () => {
  const value = {
    a: [reference("aws_iam_role.r"), reference("aws_iam_role.r", "arn")],
    b: reference("aws_s3_bucket.b"),
  };
  expect(addressesOf(plan.referenced(value))).toEqual(["aws_iam_role.r", "aws_s3_bucket.b"]);
});

test("a name, id or ARN finds the resources that have it, of the types asked for", () => {
  expect(addressesOf(plan.referenced("web", "aws_iam_role"))).toEqual(["aws_iam_role.r"]);
  expect(addressesOf(plan.referenced("web"))).toEqual(["aws_iam_role.r", "aws_ecs_cluster.c"]);
  expect(addressesOf(plan.referenced("logs"))).toEqual(["aws_s3_bucket.b"]);
  expect(plan.referenced("another")).toEqual([]);
});

test("a text is searched for the references that are written in it, but a policy's variables are none", () => {
  expect(addressesOf(plan.referenced("${aws_s3_bucket.b.arn}/${aws:username}/*"))).toEqual(["aws_s3_bucket.b"]);
});

test("a reference by way of another resource is followed to the type asked for", () => {
  const bucket = reference("aws_s3_bucket_policy.b", "bucket");
  expect(addressesOf(plan.referenced(bucket, "aws_s3_bucket"))).toEqual(["aws_s3_bucket.b"]);
  expect(addressesOf(plan.referenced(bucket))).toEqual(["aws_s3_bucket_policy.b"]);
});

test("a circle of references ends", () => {
  const circle = configured({ aws_a: { a: { x: "${aws_b.b.y}" } }, aws_b: { b: { y: "${aws_a.a.x}" } } });
  expect(circle.referenced(found(circle, "aws_a.a").get("x"), "aws_c")).toEqual([]);
});
