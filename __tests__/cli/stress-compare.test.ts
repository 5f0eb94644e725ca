import { Project } from "../support/command-line";
import { synthesized } from "../support/synthesized";

// One scenario is enough to compare by.
jest.mock("../../src/stress/scenarios", () => {
  const { spotReclaimDuringDeployment } = jest.requireActual(
    "../../src/stress/scenarios/spot-reclaim-during-deployment",
  );
  return { SCENARIOS: [spotReclaimDuringDeployment] };
});

const document = synthesized("demo").get("demo-platform") as { resource: object };

test("a configuration that is the same changes nothing", async () => {
  expect(await new Project().run(["stress", "compare", "demo", "demo", "--runs", "1"])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining("no claims lost, 0 won, 0 measured otherwise"),
  });
});

test("a change that costs a claim ends with 1, and names it first; the other way round it is won", async () => {
  const project = new Project();
  const worse = JSON.parse(JSON.stringify(document));
  for (const service of Object.values<Record<string, unknown>>(worse.resource.aws_ecs_service)) {
    service.deployment_minimum_healthy_percent = 0;
    service.deployment_maximum_percent = 100;
  }
  project.write("worse.json", worse);
  const lost = await project.run(["stress", "compare", "demo", "worse.json", "--runs", "1"]);
  expect(lost.exitCode).toBe(1);
  expect(lost.stdout.split("\n")[1]).toMatch(/^lost +spot-reclaim-during-deployment\//);
  const won = await project.run(["stress", "compare", "worse.json", "demo", "--runs", "1"]);
  expect([won.exitCode, won.stdout]).toEqual([0, expect.stringMatching(/^won /m)]);
});

test("a file that isn't there, or isn't a plan, is refused", async () => {
  const project = new Project();
  project.write("half.json", '{"resource": {');
  for (const file of ["none.json", "half.json"]) {
    const { exitCode, stderr } = await project.run(["stress", "compare", "demo", file]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(file)]);
  }
});
