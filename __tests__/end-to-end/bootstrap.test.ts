import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";
import { type TestSandbox, testSandbox } from "../support/sandbox";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../support/tools";

describeWith("the state's bootstrap on an emulated AWS", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await testSandbox();
  });
  afterAll(() => sandbox.stop());

  test("moves the state into the bucket it has made, and does nothing the second time", async () => {
    const project = new Project();
    const { env, folder } = sandbox;
    cpSync("backend.config.json", join(folder, "backend.config.json"));
    const before = readFileSync(join(folder, "backend.config.json"), "utf8");

    const first = await project.run(["bootstrap", "demo", "--yes"], { env });
    expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("plan again: no changes") });

    const config = JSON.parse(readFileSync(join(folder, "backend.config.json"), "utf8"));
    const { kms_key_id, ...others } = config.demo;
    expect(kms_key_id).not.toContain("key/00000000-0000-4000-8000-000000000000");
    expect({ ...config, demo: { ...others, kms_key_id: JSON.parse(before).demo.kms_key_id } }).toEqual(
      JSON.parse(before),
    );

    const second = await project.run(["bootstrap", "demo", "--yes"], { env });
    expect(second).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("nothing is moved") });
    expect(existsSync(join(project.directory, "backend.config.json"))).toBe(false);
  });

  test("only shows the plan unless it is told to apply it", async () => {
    const project = new Project();
    const { exitCode, stdout } = await project.run(["bootstrap", "staging"], { env: sandbox.env });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("41 to add, 0 to change, 0 to destroy");
    expect(stdout).toContain("npm run bootstrap -- staging --yes");
  });

  test("offline mode is refused before anything is written", async () => {
    const project = new Project();
    expect(await project.run(["bootstrap", "demo", "--yes"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("BALLAST_MODE"),
    });
  });
});
