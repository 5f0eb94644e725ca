import { existsSync } from "node:fs";
import { join } from "node:path";
import { processIo } from "../../src/cli/io";
import { quickStress } from "../../src/cli/stress/quick";
import { readPlan } from "../../src/plan/read";
import { Project } from "../support/command-line";
import { synthesized } from "../support/synthesized";

const staged = (document: unknown) => {
  const { directory } = new Project();
  const plans = new Map([["demo-platform", readPlan(document)]]);
  return { directory, outcome: quickStress({ environment: "demo", plans }, { ...processIo(), project: directory }) };
};

test("a stack that keeps its promises is a stage that is ok, with its report", () => {
  const { directory, outcome } = staged(synthesized("demo").get("demo-platform"));
  expect(outcome).toMatchObject({ status: "ok", note: expect.stringMatching(/^\d+ claims hold$/) });
  expect(outcome.result).toEqual([join(directory, "report/stress.json"), join(directory, "report/index.html")]);
  expect(outcome.result.every((path) => existsSync(path))).toBe(true);
});

test("broken claims fail the stage, and are named", () => {
  const document = JSON.parse(JSON.stringify(synthesized("demo").get("demo-platform")));
  for (const service of Object.values<{ deployment_circuit_breaker: object }>(document.resource.aws_ecs_service)) {
    service.deployment_circuit_breaker = { enable: false, rollback: false };
  }
  const { outcome } = staged(document);
  expect(outcome).toMatchObject({ status: "failed", note: expect.stringContaining("bad-deployment/") });
});

test("where nothing runs, the stage is skipped, and says why", () => {
  const { directory, outcome } = staged({ resource: { aws_vpc: { network: {} } } });
  expect(outcome).toMatchObject({ status: "skipped", note: "demo: no stack of it holds an ECS service", result: [] });
  expect(existsSync(join(directory, "report"))).toBe(false);
});
