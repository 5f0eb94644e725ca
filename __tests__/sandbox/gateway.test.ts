import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsAt } from "../../src/sandbox/client";
import { createGateway } from "../../src/sandbox/gateway/gateway";
import { controlOf } from "../../src/sandbox/sandbox";

/** An emulator of three answers, and a gateway before it. */
let emulator: Server;
let gateway: Server;
let endpoint: string;
const callsFile = join(mkdtempSync(join(tmpdir(), "ballast-gateway-")), "calls.jsonl");

const stopped = jest.fn();
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

beforeAll(async () => {
  emulator = createServer((incoming, outgoing) => {
    let body = "";
    incoming.on("data", (chunk) => {
      body += chunk;
    });
    incoming.on("end", () => {
      if (body.includes("AssumeRole")) {
        outgoing.end(
          "<R><AssumeRoleResult><Credentials><AccessKeyId>ASIAQQQQQQQQQQQQQQQQ</AccessKeyId></Credentials><AssumedRoleUser><Arn>arn:aws:sts::000000000000:assumed-role/plan/me</Arn></AssumedRoleUser></AssumeRoleResult></R>",
        );
      } else if (body.includes("Unknown")) outgoing.writeHead(500).end("<html>");
      else outgoing.end("{}");
    });
  });
  await listening(emulator);
  gateway = createGateway({ emulatorPort: portOf(emulator), callsFile, stop: stopped });
  await listening(gateway);
  endpoint = `http://127.0.0.1:${portOf(gateway)}`;
});

afterAll(() => {
  for (const server of [gateway, emulator]) {
    server.closeAllConnections();
    server.close();
  }
});

test("what the emulator can't do is a final error that names the operation, in the protocol's shape", async () => {
  const unknown = { code: "SandboxNotImplemented" };
  await expect(awsAt(endpoint).call("kms", "UnknownThing", { a: "Unknown" })).rejects.toMatchObject({
    ...unknown,
    message: expect.stringMatching(/400.*kms:UnknownThing/),
  });
  await expect(awsAt(endpoint).call("ec2", "UnknownThing")).rejects.toMatchObject(unknown);
  await expect(awsAt(endpoint).call("iam", "UnknownThing")).rejects.toMatchObject(unknown);
  await expect(awsAt(endpoint).rest("s3", "PUT", "/Unknown", "Unknown")).rejects.toMatchObject(unknown);
});

test("a key that looks real is refused, and what was sent with it isn't recorded", async () => {
  const real = awsAt(endpoint, `AKIA${"Q".repeat(16)}`);
  const before = (await controlOf(endpoint).calls()).length;
  await expect(real.call("kms", "ListKeys")).rejects.toMatchObject({ code: "SandboxRefusesCredentials" });
  expect(await controlOf(endpoint).calls()).toHaveLength(before);
  expect(readFileSync(callsFile, "utf8")).not.toContain("AKIA");
});

test("the examples of AWS's documents don't look real", async () => {
  await expect(awsAt(endpoint, "AKIAIOSFODNN7EXAMPLE").call("kms", "ListKeys")).resolves.toEqual({});
});

test("who took a role is recorded as its session, and its key isn't refused", async () => {
  await awsAt(endpoint).call("sts", "AssumeRole", { RoleArn: "arn:aws:iam::000000000000:role/plan" });
  await awsAt(endpoint, "ASIAQQQQQQQQQQQQQQQQ").call("kms", "ListKeys");
  const [last] = (await controlOf(endpoint).calls()).slice(-1);
  expect(last).toMatchObject({ action: "kms:ListKeys", principal: "arn:aws:sts::000000000000:assumed-role/plan/me" });
});

test("a call is a line of JSON, without secret values", async () => {
  await awsAt(endpoint).call("ssm", "PutParameter", { Name: "/demo/greeting", Value: "canary-1" });
  await awsAt(endpoint).call("secretsmanager", "CreateSecret", { Name: "key", SecretString: "canary-2" });
  await awsAt(endpoint).rest("s3", "PUT", "/bucket/state", "canary-3");
  const text = readFileSync(callsFile, "utf8");
  expect(text).toContain("/demo/greeting");
  expect(text).not.toContain("canary");
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
});

test("calls are asked for from a number on", async () => {
  const all = await controlOf(endpoint).calls();
  expect(await controlOf(endpoint).calls(all.length - 1)).toEqual(all.slice(-1));
});

test("what is no call of AWS's is refused in words", async () => {
  const answer = await fetch(`${endpoint}/favicon.ico`);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("GET /favicon.ico");
});

test("it says how it is, starts anew, and stops when it is told", async () => {
  const control = async (method: string, path: string) => {
    const answer = await fetch(`${endpoint}/_sandbox/${path}`, { method });
    return { status: answer.status, body: await answer.json() };
  };
  await awsAt(endpoint).call("ecs", "ListClusters");
  expect((await control("GET", "status")).body).toMatchObject({ emulator: "up", gatewayPid: process.pid });
  expect(await control("POST", "emulator")).toMatchObject({ status: 200 });
  expect(await control("POST", "reset")).toMatchObject({ status: 200 });
  expect((await control("GET", "status")).body).toMatchObject({ calls: 0 });
  expect((await control("POST", "stop")).body).toEqual({ stopping: true });
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toHaveBeenCalledTimes(1);
  expect(await control("GET", "nothing")).toMatchObject({ status: 404 });
});

test("an emulator that has died is a final error too", async () => {
  const orphan = createGateway({ emulatorPort: 1, callsFile, stop: stopped });
  await listening(orphan);
  const gone = awsAt(`http://127.0.0.1:${portOf(orphan)}`).call("kms", "ListKeys");
  await expect(gone).rejects.toMatchObject({ code: "SandboxEmulatorGone" });
  orphan.closeAllConnections();
  orphan.close();
});

test("time passes and Spot goes as the gateway is told, and nothing else is taken", async () => {
  const control = controlOf(endpoint);
  await expect(control.pass(60)).resolves.toBeUndefined();
  await expect(control.spot(false)).resolves.toBeUndefined();
  await expect(control.pass(-1)).rejects.toThrow(/passSeconds: got -1; allowed is a number from 0/);
  await expect(control.spot("no" as unknown as boolean)).rejects.toThrow(
    /available: got .*no.*; allowed are true, false/,
  );
});
