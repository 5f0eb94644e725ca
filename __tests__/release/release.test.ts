import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironments } from "../../src/environments/load";
import { type Deployment, progressOf } from "../../src/release/deployment";
import { plannedRelease } from "../../src/release/planned";
import { awsAt } from "../../src/sandbox/client";
import { SandboxClock } from "../../src/sandbox/clock";
import { Memory } from "../../src/sandbox/mends/memory";
import { hooksFor } from "../../src/sandbox/mends/table";
import type { Call } from "../../src/sandbox/protocol/call";
import { jsonAnswer } from "../../src/sandbox/protocol/errors";
import { buildApp } from "../../src/stacks/synthesize";
import { documentsOf } from "../../src/stacks/validation";
import { Project } from "../support/command-line";

const change = (address: string, ...actions: string[]) => ({ address, mode: "managed", change: { actions } });
const RELEASE = [change("aws_ecs_task_definition.web", "delete", "create"), change("aws_ecs_service.web", "update")];

describe("a release's plan", () => {
  test("changes the service's task definition and the service", () => {
    const others = [change("aws_lb.ingress", "no-op"), change("aws_ecs_service.api", "no-op")];
    expect(plannedRelease({ resource_changes: [...RELEASE, ...others] }, "web")).toEqual({
      own: ["aws_ecs_task_definition.web", "aws_ecs_service.web"],
      others: [],
    });
  });

  test.each([
    ["another resource", change("aws_lb.ingress", "update"), "aws_lb.ingress: update"],
    ["another service", change("aws_ecs_service.api", "update"), "aws_ecs_service.api: update"],
    [
      "the service replaced",
      change("aws_ecs_service.web", "delete", "create"),
      "aws_ecs_service.web: delete and create",
    ],
    [
      "the task definition only deleted",
      change("aws_ecs_task_definition.web", "delete"),
      "aws_ecs_task_definition.web: delete",
    ],
  ])("%s is no part of it", (_, other, said) => {
    expect(plannedRelease({ resource_changes: [...RELEASE, other] }, "web").others).toEqual([said]);
  });

  test("has nothing to do where the tag is deployed", () => {
    expect(plannedRelease({}, "web")).toEqual({ own: [], others: [] });
  });
});

describe("a deployment", () => {
  const now = (more: Deployment): Deployment => ({ status: "PRIMARY", taskDefinition: "web:2", ...more });
  const old: Deployment = { status: "ACTIVE", taskDefinition: "web:1", rolloutState: "COMPLETED" };
  test.each([
    [
      "goes on",
      [now({ rolloutState: "IN_PROGRESS", runningCount: 1, desiredCount: 3, failedTasks: 2 }), old],
      "under-way",
    ],
    ["is done", [now({ rolloutState: "COMPLETED" })], "done"],
    ["fails, with nothing to go back to", [now({ rolloutState: "FAILED" })], "failed"],
    [
      "is being rolled back",
      [
        now({ taskDefinition: "web:1", rolloutState: "IN_PROGRESS" }),
        { ...now({ rolloutState: "FAILED" }), status: "ACTIVE" },
      ],
      "under-way",
    ],
    [
      "was rolled back",
      [
        now({
          taskDefinition: "web:1",
          rolloutState: "COMPLETED",
          rolloutStateReason: "rolling back to deploymentId x.",
        }),
        {
          ...now({ rolloutState: "FAILED", rolloutStateReason: "circuit breaker: tasks failed to start." }),
          status: "ACTIVE",
        },
      ],
      "rolled-back",
    ],
    ["was rolled back, and is forgotten", [now({ taskDefinition: "web:1", rolloutState: "COMPLETED" })], "rolled-back"],
  ])("%s", (_, deployments, state) => expect(progressOf(deployments, "web:2").state).toBe(state));

  test("says what the circuit breaker did, and what runs again", () => {
    const failed = { status: "ACTIVE", taskDefinition: "web:2", rolloutStateReason: "circuit breaker: tasks failed." };
    const back = now({ taskDefinition: "web:1", rolloutState: "COMPLETED", rolloutStateReason: "rolling back." });
    expect(progressOf([back, failed], "web:2")).toEqual({
      state: "rolled-back",
      note: "circuit breaker: tasks failed. rolling back.",
      taskDefinition: "web:1",
    });
  });
});

describe("the released tag", () => {
  const synthesized = (releases: object) => {
    const project = new Project();
    project.write("releases.json", releases);
    const backendFile = project.write("backend.config.json", {});
    const environments = loadEnvironments({ selector: "production", mode: "offline", backendFile });
    const app = buildApp({ environments, mode: "offline", outdir: project.directory });
    return JSON.parse(JSON.stringify(documentsOf(app).get("production-platform")));
  };

  test("is the default of the service's variable, and an output; other services keep the file's", () => {
    const release = { imageTag: "1.4.2", releasedAt: "2026-11-28T12:00:00Z" };
    const { variable, output } = synthesized({ production: { web: release }, demo: { api: release } });
    expect(variable.web_image_tag.default).toBe("1.4.2");
    expect(variable.api_image_tag.default).toBe("1.0.0");
    expect(output.image_tags.value).toEqual({ web: "${var.web_image_tag}", api: "${var.api_image_tag}" });
  });

  test.each([
    ["no JSON", "{", "text that isn't JSON, at line 1"],
    [
      "no tag",
      { production: { web: { imageTag: "-", releasedAt: "2026-11-28T12:00:00Z" } } },
      "production.web.imageTag",
    ],
    ["no time", { production: { web: { imageTag: "1" } } }, "production.web.releasedAt"],
  ])("in a file with %s is refused", (_, content, message) => {
    const project = new Project();
    writeFileSync(
      join(project.directory, "releases.json"),
      typeof content === "string" ? content : JSON.stringify(content),
    );
    const load = () =>
      loadEnvironments({ selector: "production", mode: "offline", backendFile: join(project.directory, "none") });
    expect(load).toThrow(message);
  });
});

test.each([
  ["offline", ["demo", "web", "1.1.0"], {}, "BALLAST_MODE: got offline"],
  ["another service", ["demo", "wep", "1.1.0"], { BALLAST_MODE: "sandbox" }, 'did you mean "web"? demo has web'],
  ["no tag", ["demo", "web", "a b"], { BALLAST_MODE: "sandbox" }, "An image tag"],
  ["no terraform", ["demo", "web", "1.1.0"], { BALLAST_MODE: "sandbox" }, "no terraform on the PATH"],
])("release refuses %s in one message", async (_, args, env, message) => {
  const project = new Project();
  const variables = { PATH: "", BALLAST_SANDBOX: project.directory, ...env };
  const { exitCode, stderr, stdout } = await project.run(["release", ...args], { env: variables });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("a plan that would change more than the service is refused, and nothing is applied", async () => {
  const project = new Project();
  const plan = { resource_changes: [...RELEASE, change("aws_lb.ingress", "update")] };
  const PATH = project.pathWithTerraform({
    version: { text: '{"terraform_version": "1.11.4"}' },
    show: { text: JSON.stringify(plan) },
  });
  const env = { PATH, BALLAST_MODE: "sandbox", BALLAST_SANDBOX: project.directory };
  const { exitCode, stderr } = await project.run(["release", "demo", "web", "1.1.0"], { env });
  expect(exitCode).toBe(1);
  expect(stderr).toContain("  aws_lb.ingress: update\nNothing is applied.");
  const calls = readFileSync(join(project.directory, "calls"), "utf8");
  expect(calls).toContain("-var=web_image_tag=1.1.0");
  expect(calls).not.toContain('"apply"');
});

describe("the sandbox's deployments", () => {
  const call = (operation: string, parameters = {}): Call => ({
    ...{ service: "ecs", operation, protocol: "json", region: "us-east-1", parameters },
    http: { method: "POST", url: "/", headers: { "x-amz-target": `A.${operation}` }, body: Buffer.from("{}") },
  });

  /** A service whose task definitions have these images, and what the gateway makes of calls about it. */
  function gateway(images: { readonly [taskDefinition: string]: string }) {
    const memory = new Memory();
    let current = "web:1";
    const ask = async ({ operation, parameters }: Call) => {
      if (operation === "UpdateService") current = String(parameters.taskDefinition);
      const image = images[String(parameters.taskDefinition)];
      return jsonAnswer({ taskDefinition: { containerDefinitions: [{ image }] }, images: [] });
    };
    const send = async (operation: string, taskDefinition?: string) => {
      if (taskDefinition !== undefined) current = taskDefinition;
      const service = {
        ...{ clusterArn: "c", serviceName: "web", taskDefinition: current, desiredCount: 2, deployments: [{}] },
        deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
      };
      const made = call(operation, { service: "web", ...(taskDefinition === undefined ? {} : { taskDefinition }) });
      let answer = jsonAnswer(operation === "DescribeServices" ? { services: [service] } : { service });
      for (const { response } of hooksFor(made)) {
        if (response)
          answer = await response(made, answer, {
            memory,
            ask,
            as: async () => awsAt("http://127.0.0.1:1"),
            clock: new SandboxClock(),
          });
      }
      const { services, service: one } = JSON.parse(answer.body.toString());
      return one ?? services[0];
    };
    return { send, current: () => current };
  }
  beforeEach(() => jest.useFakeTimers({ now: 1_800_000_000_000 }));
  afterEach(() => jest.useRealTimers());

  test("of a good image ends; of a bad one it is rolled back, and the service runs what it ran", async () => {
    const { send, current } = gateway({ "web:1": "nginx:1", "web:2": "nginx:2", "web:3": "nginx:3-bad" });
    await send("CreateService", "web:1");
    jest.advanceTimersByTime(2000);
    const updated = await send("UpdateService", "web:2");
    expect(progressOf(updated.deployments, "web:2").state).toBe("under-way");
    jest.advanceTimersByTime(2000);
    expect(progressOf((await send("DescribeServices")).deployments, "web:2").state).toBe("done");
    await send("UpdateService", "web:3");
    jest.advanceTimersByTime(2000);
    const failed = await send("DescribeServices");
    expect(progressOf(failed.deployments, "web:3")).toMatchObject({ state: "rolled-back", taskDefinition: "web:2" });
    expect(failed.events[0].message).toContain("nginx:3-bad isn't there");
    expect([failed.taskDefinition, current()]).toEqual(["web:2", "web:2"]);
    expect((await send("DescribeServices")).taskDefinition).toBe("web:2");
  });

  test("of an image that the account's registry doesn't have fails, the first one without a way back", async () => {
    const { send } = gateway({ "web:1": "000000000000.dkr.ecr.us-east-1.amazonaws.com/web:1" });
    await send("CreateService", "web:1");
    jest.advanceTimersByTime(2000);
    expect(progressOf((await send("DescribeServices")).deployments, "web:1").state).toBe("failed");
  });
});
