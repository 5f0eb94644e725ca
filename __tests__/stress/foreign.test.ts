import { readFileSync } from "node:fs";
import { join } from "node:path";
import { subjectOf } from "../../src/cli/stress/subject";
import { readPlan, readPlanFile } from "../../src/plan/read";
import { defaultLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import { isBroken } from "../../src/stress/results";
import { SCENARIOS } from "../../src/stress/scenarios";
import { runSuite } from "../../src/stress/suite";
import { synthesized } from "../support/synthesized";

const FOLDER = join(__dirname, "../guardrails/foreign");
const planOf = (name: string) => readPlanFile(join(FOLDER, name, "plan.json"));

/** Claims that should hold on the plan and don't. */
function broken(plan: ReturnType<typeof planOf>): readonly string[] {
  const subject = { facts: platformFacts(plan), load: defaultLoad, seed: 1 };
  const extent = { runs: 1, analyses: false };
  const { scenarios } = runSuite({ ...subject, ...extent, environment: "foreign", scenarios: SCENARIOS });
  return scenarios.flatMap(({ claims }) => claims.filter(isBroken).map(({ id }) => id));
}

test("a public module's service without a circuit breaker, and with one task, breaks what these would have kept", () => {
  expect(broken(planOf("ec2-modules"))).toEqual(
    expect.arrayContaining([
      "bad-deployment/crashes-rolled-back",
      "bad-deployment/unhealthy-rolled-back",
      "az-outage/serves-without-launches",
    ]),
  );
});

test("a single file's group of Spot alone loses its tasks with a reclaim", () => {
  expect(broken(planOf("single-file"))).toEqual(
    expect.arrayContaining([
      "spot-reclaim-during-deployment/healthy-tasks",
      "spot-capacity-collapse/half-of-the-tasks",
    ]),
  );
});

const refusal = (text: string) => {
  try {
    subjectOf({ environment: "plan.json", text, source: "plan.json", seed: 1 });
    return "";
  } catch (error) {
    return String(error);
  }
};

test.each(["network-only", "several-clusters"])("a plan without a service (%s) says so", (name) => {
  const text = readFileSync(join(FOLDER, name, "plan.json"), "utf8");
  expect(refusal(text)).toMatch(/plan\.json: it has no ECS service on EC2 to run$/);
});

test("a plan with Fargate only says which services those are", () => {
  const text = readFileSync(join(FOLDER, "fargate/plan.json"), "utf8");
  expect(refusal(text)).toMatch("module.service.aws_ecs_service.this[0] runs on Fargate");
});

test("a service whose task definition is made elsewhere is named, with the reason", () => {
  const document = JSON.parse(JSON.stringify(synthesized("demo").get("demo-platform")));
  for (const service of Object.values<{ task_definition: string }>(document.resource.aws_ecs_service)) {
    service.task_definition = "elsewhere:7";
  }
  expect(refusal(JSON.stringify(document))).toMatch("has a task definition that the plan doesn't hold");
});

test("a name that is known only after the apply is told by the address", () => {
  const document = JSON.parse(JSON.stringify(synthesized("demo").get("demo-platform")));
  const [name] = Object.keys(document.resource.aws_ecs_service);
  document.resource.aws_ecs_service[String(name)].name = "$" + "{random_pet.name.id}";
  expect(platformFacts(readPlan(document)).services.map((service) => service.name)).toContain(
    `aws_ecs_service.${name}`,
  );
});
