import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";
import { synthesized } from "../support/synthesized";

const platform = synthesized("production").get("production-platform") ?? {};

test("the report is the same for the same seed, and another for another", async () => {
  const project = new Project();
  const report = async (seed: string) => {
    const run = [
      "stress",
      "demo",
      "--quick",
      "--scenario",
      "spot-reclaim-during-deployment",
      "--runs",
      "2",
      "--seed",
      seed,
    ];
    expect(await project.run(run)).toMatchObject({ exitCode: 0 });
    return readFileSync(join(project.directory, "report/stress.json"), "utf8");
  };
  const bytes = await report("3");
  expect(await report("3")).toBe(bytes);
  expect(await report("4")).not.toBe(bytes);
});

test("a protection that is gone ends with 1, and names the scenario", async () => {
  const project = new Project();
  const document = JSON.parse(JSON.stringify(platform));
  // Half of the tasks may be missing in a deployment, and twelve tasks have little room.
  document.resource.aws_ecs_service.web.deployment_minimum_healthy_percent = 0;
  document.resource.aws_ecs_service.web.deployment_maximum_percent = 100;
  const plan = project.write("cdk.tf.json", document);
  const { exitCode, stdout } = await project.run(["stress", "--quick", "--plan", plan]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^first: spot-reclaim-during-deployment\/no-failed-request$/m);
});

test("all scenarios fit a screen or two, as README shows; one by itself shows every claim, and the page is named last", async () => {
  const project = new Project();
  const { exitCode, stdout } = await project.run(["stress", "production", "--quick"]);
  expect(exitCode).toBe(0);
  expect(readFileSync(join(__dirname, "../../README.md"), "utf8")).toContain(
    `$ npm run --silent stress -- production --quick\n${stdout}\`\`\``,
  );
  const lines = stdout.trimEnd().split("\n");
  expect(lines.length).toBeLessThan(50);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.at(-1)).toBe("Report: report/index.html");
  expect(stdout).not.toContain("In truth:");
  const one = await project.run(["stress", "demo", "--quick", "--scenario", "az-outage"]);
  expect(one.stdout).toMatch(/^yes +/m);
  expect(one.stdout).toMatch(/^no +[\s\S]*In\s+truth:/m);
}, 240_000);

test("a timeline tells every event", async () => {
  const project = new Project();
  const { stdout } = await project.run([
    "stress",
    "demo",
    "--quick",
    "--timeline",
    "--scenario",
    "spot-reclaim-during-deployment",
  ]);
  expect(stdout).toMatch(/^ +1800\.0 {2}deployment-started +\S+ revision 2$/m);
});

test("the load of a service can be given", async () => {
  const project = new Project();
  const plan = project.write("cdk.tf.json", platform);
  const heavy = { requestsPerSecond: 1_000_000, serviceSeconds: 0.1, concurrencyPerTask: 10 };
  project.write("load.json", { services: { web: heavy } });
  const { exitCode, stdout } = await project.run(["stress", "--quick", "--plan", plan, "--load", "load.json"]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^no +No request fails/m);
});

test.each([
  ["no file", "load.json: no such file", undefined],
  ["no JSON", "load.json: not JSON", "{"],
  [
    "a service that isn't there",
    "services.wbe: there is no such service; there are: web, api",
    { services: { wbe: { requestsPerSecond: 1, serviceSeconds: 1, concurrencyPerTask: 1 } } },
  ],
  [
    "a field that is wrong",
    "services.web.requestsPerSecond",
    { services: { web: { requestsPerSecond: -1, serviceSeconds: 1, concurrencyPerTask: 1 } } },
  ],
])("a load with %s is refused", async (_, message, content) => {
  const project = new Project();
  const plan = project.write("cdk.tf.json", platform);
  if (content !== undefined) project.write("load.json", content);
  const { exitCode, stderr } = await project.run(["stress", "--quick", "--plan", plan, "--load", "load.json"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});

test("a plan without a service on EC2 has a clear answer", async () => {
  const project = new Project();
  const plan = project.write("cdk.tf.json", { resource: { aws_vpc: { network: {} } } });
  expect(await project.run(["stress", "--quick", "--plan", plan])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("it has no ECS service on EC2 to run"),
  });
  expect(await project.run(["stress", "demo", "--plan", plan])).toMatchObject({ exitCode: 2 });
});

test("a plan without Spot has nothing to be reclaimed", async () => {
  const project = new Project();
  const document = JSON.parse(JSON.stringify(platform));
  const group = document.resource.aws_autoscaling_group.capacity;
  group.mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity = 100;
  const plan = project.write("cdk.tf.json", document);
  const { exitCode, stdout } = await project.run(["stress", "--quick", "--plan", plan]);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("no group runs Spot")]);
});

test.each(["0", "x", "1.5"])("%s runs are none", async (runs) => {
  const { exitCode, stderr } = await new Project().run(["stress", "demo", "--runs", runs]);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("A whole number from 1 on")]);
});
