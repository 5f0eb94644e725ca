import { readdirSync } from "node:fs";
import { Project } from "../support/command-line";

jest.mock("../../src/platform/terraform-access/table", () => {
  const { ACCESS } = jest.requireActual("../../src/platform/terraform-access/table");
  const { aws_lb: _, ...others } = ACCESS;
  return { ACCESS: others };
});

test("a resource type that Terraform's roles know nothing of is named, and nothing is written", async () => {
  const project = new Project();
  const { exitCode, stderr } = await project.run(["start", "production"]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/src\/platform\/terraform-access\/table: aws_lb\.ingress: got a aws_lb/);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(readdirSync(project.directory, { recursive: true }).filter((file) => `${file}`.endsWith(".json"))).toEqual([]);
});
