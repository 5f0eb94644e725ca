import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";

const VERSION = { text: '{"terraform_version": "1.11.4"}' };
const KEY = "arn:aws:kms:us-east-1:000000000000:key/11111111-1111-4111-8111-111111111111";

/** Bootstraps demo with a terraform that answers as told; the subcommands it was called with come back too. */
async function bootstrap(
  project: Project,
  answers: Parameters<Project["pathWithTerraform"]>[0],
  ...options: readonly string[]
) {
  const PATH = project.pathWithTerraform({ version: VERSION, ...answers });
  const ended = await project.run(["bootstrap", "demo", ...options], { env: { PATH, BALLAST_MODE: "sandbox" } });
  const calls: { args: string[] }[] = readFileSync(join(project.directory, "calls"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { ...ended, subcommands: calls.map(({ args }) => args[0]) };
}

test("applies with a local state, writes the key, moves the state and plans again", async () => {
  const project = new Project();
  const backends = readFileSync("backend.config.json", "utf8");
  mkdirSync(join(project.directory, ".sandbox"));
  project.write(".sandbox/backend.config.json", backends);
  const { exitCode, subcommands } = await bootstrap(project, { output: { text: KEY } }, "--yes");
  expect(exitCode).toBe(0);
  expect(subcommands).toEqual(["version", "init", "state", "init", "apply", "output", "init", "plan"]);
  const written = JSON.parse(readFileSync(join(project.directory, ".sandbox", "backend.config.json"), "utf8"));
  const before = JSON.parse(backends);
  expect(written).toEqual({ ...before, demo: { ...before.demo, kms_key_id: KEY } });
});

test("an environment without an entry gets one", async () => {
  const project = new Project();
  expect(await bootstrap(project, { output: { text: KEY } }, "--yes")).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(readFileSync(join(project.directory, ".sandbox", "backend.config.json"), "utf8"))).toMatchObject({
    demo: { bucket: "ballast-demo-state-000000000000", kms_key_id: KEY },
  });
});

test("a state that is in the bucket already is left there", async () => {
  const { exitCode, stdout, subcommands } = await bootstrap(
    new Project(),
    { state: { text: "aws_s3_bucket.state\n" } },
    "--yes",
  );
  expect(exitCode).toBe(0);
  expect(stdout).toContain("nothing is moved");
  expect(subcommands).not.toContain("apply");
});

test("without --yes the plan is shown, and nothing is applied", async () => {
  const { exitCode, stdout, subcommands } = await bootstrap(new Project(), { plan: { text: "Plan: 18 to add" } });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("Plan: 18 to add");
  expect(stdout).toContain("npm run bootstrap -- demo --yes");
  expect(subcommands).not.toContain("apply");
});

test("a failed step shows what terraform said, and that the command may be repeated", async () => {
  const { exitCode, stdout, stderr, subcommands } = await bootstrap(
    new Project(),
    { apply: { text: "Error: AccessDenied", exitCode: 1 } },
    "--yes",
  );
  expect(exitCode).toBe(1);
  expect(stdout).toContain("Error: AccessDenied");
  expect(stderr).toContain("Nothing is lost: repeat the command");
  expect(subcommands.at(-1)).toBe("apply");
});

test("without terraform it ends with 2", async () => {
  const ended = await new Project().run(["bootstrap", "demo", "--yes"], { env: { PATH: "", BALLAST_MODE: "sandbox" } });
  expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("no terraform on the PATH") });
});
