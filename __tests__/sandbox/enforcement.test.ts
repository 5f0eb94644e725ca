import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsAt } from "../../src/sandbox/client";
import { askedAbout } from "../../src/sandbox/enforcement/requests";
import { createGateway } from "../../src/sandbox/gateway/gateway";
import type { Parameters } from "../../src/sandbox/protocol/call";
import { decode } from "../../src/sandbox/protocol/decode";
import { queryForm } from "../../src/sandbox/protocol/query";
import { controlOf } from "../../src/sandbox/sandbox";

const KEY = "ASIAQQQQQQQQQQQQQQQQ";
const STATEMENTS = [
  {
    Sid: "Services",
    Effect: "Allow",
    Action: ["ecs:UpdateService", "ecs:DeleteService"],
    Resource: "arn:aws:ecs:us-east-1:000000000000:service/demo/web",
  },
  {
    Effect: "Allow",
    Action: "ec2:DeleteVpc",
    Resource: "arn:aws:ec2:us-east-1:000000000000:vpc/*",
    Condition: { StringEquals: { "aws:ResourceTag/Environment": "demo" } },
  },
  { Effect: "Allow", Action: "s3:*", Resource: "*" },
  { Sid: "Keep", Effect: "Deny", Action: "s3:DeleteObject", Resource: "arn:aws:s3:::state/*" },
];

/** An emulator that knows one role, a VPC of demo's and one of nobody's; all else it answers with nothing. */
function answers(body: string): string {
  const document = encodeURIComponent(JSON.stringify({ Version: "2012-10-17", Statement: STATEMENTS }));
  if (body.includes("AssumeRole")) {
    return `<R><Credentials><AccessKeyId>${KEY}</AccessKeyId></Credentials><AssumedRoleUser><Arn>arn:aws:sts::000000000000:assumed-role/apply/me</Arn></AssumedRoleUser></R>`;
  }
  if (body.includes("Action=GetRolePolicy")) {
    return `<R><GetRolePolicyResult><PolicyDocument>${document}</PolicyDocument></GetRolePolicyResult></R>`;
  }
  if (body.includes("Action=GetRole")) {
    return "<R><GetRoleResult><Role><Arn>arn:aws:iam::000000000000:role/apply</Arn></Role></GetRoleResult></R>";
  }
  if (body.includes("Action=ListRolePolicies")) {
    return "<R><ListRolePoliciesResult><PolicyNames><member>own</member></PolicyNames></ListRolePoliciesResult></R>";
  }
  if (body.includes("Action=DescribeTags")) {
    const tag = "<item><key>Environment</key><value>demo</value></item>";
    return `<R><tagSet>${body.includes("vpc-0a") ? tag : ""}</tagSet></R>`;
  }
  return body.startsWith("Action") ? "<R><Answer>yes</Answer></R>" : body.includes("cluster") ? '{"service":{}}' : "{}";
}

let emulator: Server;
let gateway: Server;
let endpoint: string;
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

beforeAll(async () => {
  emulator = createServer((incoming, outgoing) => {
    let body = "";
    incoming.on("data", (chunk) => {
      body += chunk;
    });
    incoming.on("end", () => outgoing.end(answers(body)));
  });
  await listening(emulator);
  const callsFile = join(mkdtempSync(join(tmpdir(), "ballast-enforcement-")), "calls.jsonl");
  gateway = createGateway({ emulatorPort: portOf(emulator), callsFile, stop: () => {} });
  await listening(gateway);
  endpoint = `http://127.0.0.1:${portOf(gateway)}`;
  await awsAt(endpoint).call("sts", "AssumeRole", { RoleArn: "arn:aws:iam::000000000000:role/apply" });
});
afterAll(() => {
  for (const server of [gateway, emulator]) {
    server.closeAllConnections();
    server.close();
  }
});

const asRole = () => awsAt(endpoint, KEY);
const update = (service: string) => asRole().call("ecs", "UpdateService", { cluster: "demo", service });

describe("a role's calls, when it is enforced", () => {
  beforeAll(() => controlOf(endpoint).enforce("deny"));

  test("are answered where its policies allow them", async () => {
    await expect(update("web")).resolves.toBeDefined();
    await expect(asRole().call("ec2", "DeleteVpc", { VpcId: "vpc-0a" })).resolves.toBeDefined();
  });

  test("fail with the missing action and the resource, in the service's own shape", async () => {
    await expect(update("api")).rejects.toMatchObject({
      code: "AccessDeniedException",
      message: expect.stringMatching(
        /assumed-role\/apply\/me is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:us-east-1:000000000000:service\/demo\/api because no identity-based policy/,
      ),
    });
    await expect(asRole().call("ec2", "CreateVpc", { CidrBlock: "10.0.0.0/16" })).rejects.toMatchObject({
      code: "UnauthorizedOperation",
    });
  });

  test("look at the tags that a resource has", async () => {
    await expect(asRole().call("ec2", "DeleteVpc", { VpcId: "vpc-0b" })).rejects.toMatchObject({
      code: "UnauthorizedOperation",
    });
  });

  test("are refused by an explicit deny", async () => {
    await expect(asRole().rest("s3", "GET", "/state/a")).resolves.toBeDefined();
    await expect(asRole().rest("s3", "DELETE", "/state/a")).rejects.toMatchObject({
      code: "AccessDenied",
      message: expect.stringContaining("explicit deny"),
    });
  });

  test("the owner may do anything", async () => {
    await expect(
      awsAt(endpoint).call("ecs", "UpdateService", { cluster: "demo", service: "api" }),
    ).resolves.toBeDefined();
  });

  test("say which statements were of use, and for what, whatever has changed since", async () => {
    await awsAt(endpoint).call("iam", "TagRole", { RoleName: "other" });
    await update("web");
    const uses = await controlOf(endpoint).uses();
    expect(uses.map(({ sid, used }) => [sid, used])).toEqual([
      ["Services", ["ecs:UpdateService"]],
      [undefined, ["ec2:DeleteVpc"]],
      [undefined, ["s3:GetObject"]],
      ["Keep", []],
    ]);
  });
});

test("while it is watched, nothing is refused, and what would be is written down", async () => {
  await controlOf(endpoint).enforce("watch");
  await expect(update("api")).resolves.toBeDefined();
  const [last] = (await controlOf(endpoint).calls()).slice(-1);
  expect(last?.decisions).toEqual([
    {
      action: "ecs:UpdateService",
      resource: "arn:aws:ecs:us-east-1:000000000000:service/demo/api",
      verdict: "not allowed",
    },
  ]);
});

test("an unknown mode is refused", async () => {
  await expect(controlOf(endpoint).enforce("on" as "deny")).rejects.toThrow(/off, watch, deny/);
});

describe("what IAM is asked about", () => {
  const asked = (service: string, operation: string, parameters: Parameters) => {
    const authorization = `Credential=dummy/20260101/us-east-1/${service}/aws4_request`;
    const isQuery = service === "ec2";
    const call = decode({
      method: "POST",
      url: "/",
      headers: isQuery
        ? { authorization, "content-type": "application/x-www-form-urlencoded" }
        : { authorization, "x-amz-target": `T.${operation}` },
      body: Buffer.from(isQuery ? queryForm(operation, "1", parameters, false).toString() : JSON.stringify(parameters)),
    });
    if (call === undefined) throw new Error("no call");
    return askedAbout(call).map(
      ({ action, resource }) => `${action} ${resource.replace(/^arn:aws:(\w+):[^/]*?:([^:]*)$/, "$2")}`,
    );
  };

  test("what is made with tags, and what it is made in", () => {
    const tags = [{ ResourceType: "subnet", Tag: [{ Key: "Environment", Value: "demo" }] }];
    expect(asked("ec2", "CreateSubnet", { VpcId: "vpc-0a", TagSpecification: tags })).toEqual([
      "ec2:CreateSubnet vpc/vpc-0a",
      "ec2:CreateSubnet subnet/new",
      "ec2:CreateTags subnet/new",
    ]);
  });

  test("a route's table, not where it leads", () => {
    expect(asked("ec2", "CreateRoute", { RouteTableId: "rtb-0a", NatGatewayId: "nat-0b" })).toEqual([
      "ec2:CreateRoute route-table/rtb-0a",
    ]);
  });

  test("roles that a call passes on", () => {
    const Targets = [{ Arn: "arn:x", RoleArn: "arn:aws:iam::000000000000:role/trigger" }];
    expect(asked("events", "PutTargets", { Rule: "r", Targets })).toEqual([
      "events:PutTargets rule/r",
      "iam:PassRole role/trigger",
    ]);
  });
});
