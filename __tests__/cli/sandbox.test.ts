import { chmodSync, existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Project } from "../support/command-line";

/** What `moto_server` answers to operations of EC2, and to Route 53; anything else gets an empty object. `N` counts. */
const ANSWERS = {
  CreateVpc: "<vpc><vpcId>vpc-0000000N</vpcId></vpc>",
  CreateInternetGateway: "<internetGateway><internetGatewayId>igw-0000000N</internetGatewayId></internetGateway>",
  CreateSubnet: "<subnet><subnetId>subnet-0000000N</subnetId></subnet>",
  DescribeSecurityGroups: "<securityGroupInfo><item><groupId>sg-0000000N</groupId></item></securityGroupInfo>",
  CreateHostedZoneRequest: "<HostedZone><Id>/hostedzone/MADE0000</Id></HostedZone>",
};

/** A `moto_server` that answers little, and a `terraform` that answers as told; both on a PATH of their own. */
class Machine {
  readonly project = new Project();

  constructor(answers: Parameters<Project["pathWithTerraform"]>[0] = {}) {
    this.answer(answers);
  }

  answer(answers: Parameters<Project["pathWithTerraform"]>[0]): void {
    this.project.pathWithTerraform({ version: { text: '{"terraform_version": "1.11.4"}' }, ...answers });
  }

  withMoto(): this {
    const path = this.project.write(
      "moto_server",
      `#!${process.execPath}
const ANSWERS = ${JSON.stringify(ANSWERS)};
let made = 0;
require("node:http").createServer((call, answer) => {
  let body = "";
  call.on("data", (chunk) => { body += chunk; });
  call.on("end", () => {
    const [, known] = Object.entries(ANSWERS).find(([operation]) => body.includes(operation)) ?? [];
    answer.end(known ? "<Response>" + known.replace("N<", (made += 1) + "<") + "</Response>" : "{}");
  });
}).listen(Number(process.argv[5]), "127.0.0.1");
`,
    );
    chmodSync(path, 0o755);
    return this;
  }

  run(...args: readonly string[]) {
    const PATH = `${this.project.directory}:/usr/bin:/bin`;
    return this.project.run(["sandbox", ...args], { env: { PATH } });
  }

  get record() {
    return JSON.parse(readFileSync(join(this.project.directory, ".sandbox", "sandbox.json"), "utf8"));
  }

  get subcommands(): readonly string[] {
    const calls = readFileSync(join(this.project.directory, "calls"), "utf8").trim().split("\n");
    return calls.map((line) => JSON.parse(line).args[0]);
  }
}

const machines: Machine[] = [];
const machine = (answers?: ConstructorParameters<typeof Machine>[0]): Machine => {
  const made = new Machine(answers);
  machines.push(made);
  return made;
};
afterEach(async () => {
  for (const made of machines.splice(0)) await made.run("down");
});

test("without moto_server it says how to get it", async () => {
  expect(await machine().run("up")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("pip install") });
});

test("comes up, twice without harm, says what runs, and leaves nothing behind", async () => {
  const one = machine().withMoto();
  expect(await one.run("status")).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("sandbox -- up") });
  const up = await one.run("up", "--port", "0");
  expect(up).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("http://127.0.0.1:") });
  const { gateway } = one.record;
  expect((await one.run("up")).stdout).toContain("runs already");
  expect(one.record.gateway).toEqual(gateway);
  expect(await one.run("status")).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("none yet") });
  expect(await one.run("down")).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(one.project.directory, ".sandbox"))).toBe(false);
  expect(() => process.kill(gateway.pid, 0)).toThrow();
  expect((await one.run("down")).stdout).toContain("nothing to do");
});

test("two at once have a folder each", async () => {
  const one = machine().withMoto();
  await one.run("up", "--port", "0");
  await one.run("up", "--port", "0", "--folder", "other");
  const other = JSON.parse(readFileSync(join(one.project.directory, "other", "sandbox.json"), "utf8"));
  expect(other.endpoint).not.toBe(one.record.endpoint);
  await one.run("down", "--folder", "other");
  expect(await one.run("status")).toMatchObject({ exitCode: 0 });
});

describe("a port in use", () => {
  let server: Server;
  beforeAll(() => {
    server = createServer();
    return new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => server.close());

  test("is said, with the way out", async () => {
    const { port } = server.address() as AddressInfo;
    const ended = await machine().withMoto().run("up", "--port", String(port));
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(new RegExp(`${port}.*in use.*--port`)) });
  });
});

test("a killed emulator is said by every command, and down cleans up", async () => {
  const one = machine().withMoto();
  await one.run("up", "--port", "0");
  process.kill(one.record.emulator.pid, "SIGKILL");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await one.run("status")).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("emulator has died") });
  for (const args of [["up"], ["deploy", "demo"], ["plan", "demo"], ["destroy", "demo"]]) {
    expect(await one.run(...args)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("emulator has died") });
  }
  expect(await one.run("down")).toMatchObject({ exitCode: 0 });
});

test("without a sandbox nothing is deployed", async () => {
  expect(await machine().run("deploy", "demo")).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("sandbox -- up"),
  });
});

test("without a command it says which there are", async () => {
  expect(await machine().run()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("deploy") });
});

const KEY = "arn:aws:kms:us-east-1:000000000000:key/11111111-1111-4111-8111-111111111111";
const line = (message: object) => `${JSON.stringify(message)}\n`;
const planned = { type: "planned_change" };
const made = { type: "apply_complete", hook: { resource: { addr: "aws_vpc.network" }, action: "create" } };
const counts = { type: "change_summary", changes: { add: 1, change: 0, remove: 0, operation: "apply" } };

describe("in a running sandbox", () => {
  const one = new Machine().withMoto();
  beforeAll(() => one.run("up", "--port", "0"));
  afterAll(() => one.run("down"));

  test("a deployment bootstraps, applies with a line a resource, and says what it made", async () => {
    one.answer({ output: { text: KEY }, apply: { text: line(planned) + line(made) + line(counts) } });
    const deployed = await one.run("deploy", "demo");
    expect(deployed).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/made +aws_vpc.network +1\/1/) });
    expect(deployed.stdout).toContain("demo-platform: 1 made, 0 changed, 0 deleted.");
    expect(one.subcommands.filter((subcommand) => subcommand === "apply")).toHaveLength(2);
    const stack = join(one.project.directory, ".sandbox", "stacks", "demo-platform", "cdk.tf.json");
    expect(readFileSync(stack, "utf8")).toContain(one.record.endpoint);
    expect(readFileSync(stack, "utf8")).toContain("11111111-1111-4111-8111-111111111111");
    expect(await one.run("plan", "demo")).toMatchObject({ exitCode: 0, stdout: "demo-platform: no changes.\n" });
  }, 300_000);

  test("a failed apply is said by its errors, and that a rerun goes on", async () => {
    const diagnostic = { severity: "error", summary: "no such thing", address: "aws_vpc.network" };
    const text = line(planned) + line({ type: "diagnostic", diagnostic });
    one.answer({ destroy: { text, exitCode: 1 } });
    expect(await one.run("destroy", "demo")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/aws_vpc.network: no such thing[\s\S]*Repeat the command/),
    });
  });

  test("what is protected refuses to be destroyed", async () => {
    const diagnostic = {
      severity: "error",
      summary: "Instance cannot be destroyed",
      detail: "has lifecycle.prevent_destroy set",
    };
    one.answer({ destroy: { text: line({ type: "diagnostic", diagnostic }), exitCode: 1 } });
    const ended = await one.run("destroy", "production", "--enforce");
    expect(ended).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("production-platform is protected") });
    const stack = join(one.project.directory, ".sandbox", "stacks", "production-platform", "cdk.tf.json");
    expect(readFileSync(stack, "utf8")).toContain("role/production-terraform-apply");
  });

  test("a plan with changes shows them", async () => {
    one.answer({ plan: { text: "1 to change", exitCode: 2 } });
    expect(await one.run("plan", "demo")).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("1 to change"),
    });
  });

  test("what an environment expects is made beforehand, and a copy has the ids", async () => {
    one.answer({ output: { text: KEY }, apply: { text: line(planned) + line(made) + line(counts) } });
    const deployed = await one.run("deploy", "staging");
    expect(deployed).toMatchObject({ exitCode: 0, stderr: "" });
    const copy = readFileSync(join(one.project.directory, ".sandbox", "environments", "staging.ts"), "utf8");
    expect(copy).toContain('"vpcId": "vpc-00000001"');
    expect(copy).toContain('"hostedZoneId": "ZMADE0000"');
    const stack = join(one.project.directory, ".sandbox", "stacks", "staging-platform", "cdk.tf.json");
    expect(readFileSync(stack, "utf8")).toMatch(/subnet-0000000[3-9]/);
  }, 300_000);

  test("drift breaks something by hand, and fails where a plan doesn't find it", async () => {
    const recorded = readFileSync("__tests__/drift/fixtures/demo-by-hand.json", "utf8");
    one.answer({ show: { text: recorded } });
    const found = await one.run("drift", "demo");
    expect(found).toMatchObject({
      exitCode: 0,
      stderr: "",
      stdout: expect.stringContaining("port 22 of security group"),
    });
    one.answer({ show: { text: readFileSync("__tests__/drift/fixtures/deleted.json", "utf8") } });
    expect(await one.run("drift", "demo")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("Not found: port 22"),
    });
  });
});
