import type { HttpRequest } from "../../src/sandbox/protocol/call";
import { decode } from "../../src/sandbox/protocol/decode";
import { queryForm, queryParameters } from "../../src/sandbox/protocol/query";

const signed = (service: string, accessKey = "dummy") =>
  `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=x`;

function request(more: Partial<HttpRequest> & { readonly service: string; readonly text?: string }): HttpRequest {
  const { service, text = "", method = "POST", url = "/", headers = {} } = more;
  return { method, url, headers: { authorization: signed(service), ...headers }, body: Buffer.from(text) };
}

const form = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };

test("a query request: lists by their numbers, objects by their dots", () => {
  const text =
    "Action=CreateLoadBalancer&Version=2015-12-01&Name=web&Tags.member.2.Key=b&Tags.member.1.Key=a&Subnets.member.1=subnet-1";
  expect(decode(request({ service: "elasticloadbalancing", headers: form, text }))).toMatchObject({
    service: "elasticloadbalancing",
    operation: "CreateLoadBalancer",
    protocol: "query",
    region: "us-east-1",
    accessKey: "dummy",
    parameters: { Name: "web", Tags: [{ Key: "a" }, { Key: "b" }], Subnets: ["subnet-1"] },
  });
});

test("EC2 numbers lists without a word between", () => {
  const text = "Action=DescribeVpcs&VpcId.1=vpc-1&Filter.1.Name=tag&Filter.1.Value.1=x";
  expect(decode(request({ service: "ec2", headers: form, text }))?.parameters).toEqual({
    VpcId: ["vpc-1"],
    Filter: [{ Name: "tag", Value: ["x"] }],
  });
});

test.each([true, false])("what is written as a form is read back (member: %p)", (member) => {
  const parameters = { Name: "x", Tags: [{ Key: "a", Value: "b" }], Nested: { Deep: { Value: "true" } } };
  expect(queryParameters(queryForm("Do", "1", parameters, member))).toEqual(parameters);
});

test("a JSON request has its operation in a header", () => {
  const headers = { "x-amz-target": "AmazonEC2ContainerServiceV20141113.CreateService" };
  const call = decode(request({ service: "ecs", headers, text: '{"cluster":"demo"}' }));
  expect(call).toMatchObject({ operation: "CreateService", protocol: "json", parameters: { cluster: "demo" } });
});

test.each([
  ["PUT", "/bucket", "CreateBucket", { Bucket: "bucket" }],
  ["HEAD", "/bucket", "HeadBucket", { Bucket: "bucket" }],
  ["GET", "/bucket?list-type=2&prefix=env%3A", "ListObjectsV2", { Bucket: "bucket", Prefix: "env:" }],
  ["GET", "/bucket?policy=", "GetBucketPolicy", { Bucket: "bucket" }],
  ["PUT", "/bucket?lifecycle", "PutBucketLifecycleConfiguration", { Bucket: "bucket" }],
  ["DELETE", "/bucket?lifecycle", "DeleteBucketLifecycle", { Bucket: "bucket" }],
  ["GET", "/bucket?publicAccessBlock", "GetPublicAccessBlock", { Bucket: "bucket" }],
  ["PUT", "/bucket/a/b.tfstate", "PutObject", { Bucket: "bucket", Key: "a/b.tfstate" }],
  ["GET", "/bucket/a?versionId=1", "GetObject", { Bucket: "bucket", Key: "a", VersionId: "1" }],
  ["POST", "/bucket?delete", "DeleteObjects", { Bucket: "bucket" }],
  ["POST", "/bucket/a?uploads", "CreateMultipartUpload", { Bucket: "bucket", Key: "a" }],
  ["GET", "/", "ListBuckets", {}],
])("S3: %s %s is %s", (method, url, operation, parameters) => {
  expect(decode(request({ service: "s3", method, url }))).toMatchObject({
    operation,
    parameters,
    protocol: "rest-xml",
  });
});

test.each([
  ["POST", "/2013-04-01/hostedzone", "CreateHostedZone"],
  ["POST", "/2013-04-01/hostedzone/Z1/rrset/", "ChangeResourceRecordSets"],
  ["GET", "/2013-04-01/hostedzone/Z1", "GetHostedZone"],
  ["GET", "/2013-04-01/tags/hostedzone/Z1", "ListTagsForResource"],
])("Route 53: %s %s is %s", (method, url, operation) => {
  expect(decode(request({ service: "route53", method, url }))?.operation).toBe(operation);
});

test("Route 53's arguments are in the path and in the XML", () => {
  const text =
    "<CreateHostedZoneRequest><Name>demo.example.com</Name><CallerReference>1</CallerReference></CreateHostedZoneRequest>";
  const call = decode(request({ service: "route53", url: "/2013-04-01/hostedzone", text }));
  expect(call?.parameters).toEqual({ Name: "demo.example.com", CallerReference: "1" });
});

test("a role is taken by a token without a signature", () => {
  const http = {
    method: "POST",
    url: "/",
    headers: form,
    body: Buffer.from("Action=AssumeRoleWithWebIdentity&RoleArn=r"),
  };
  expect(decode(http)).toMatchObject({ service: "sts", operation: "AssumeRoleWithWebIdentity" });
});

test.each([
  { method: "GET", url: "/favicon.ico", headers: {}, body: Buffer.alloc(0) },
  request({ service: "batch", method: "GET", url: "/v1/jobs" }),
])("what is no call that it can read is none", (http) => {
  expect(decode(http)).toBeUndefined();
});
