import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";

test("docs writes what comes from the code, and --check says whether it is up to date", async () => {
  const project = new Project();
  mkdirSync(join(project.directory, "docs"));
  project.write("docs/rules.md", "old");
  expect(await project.run(["docs", "--check"])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("npm run docs"),
  });
  expect(readFileSync(join(project.directory, "docs/rules.md"), "utf8")).toBe("old");

  expect(await project.run(["docs"])).toMatchObject({ exitCode: 0, stderr: "" });
  expect(await project.run(["docs", "--check"])).toMatchObject({ exitCode: 0, stderr: "" });

  // No mode changes a permission, and a real one asks for an account that nobody has here.
  const env = { PATH: "", BALLAST_MODE: "aws" };
  expect(await project.run(["docs", "--check"], { env })).toMatchObject({ exitCode: 0, stderr: "" });
});
