import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../../support/command-line";
import { type TestSandbox, testSandbox } from "../../support/sandbox";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../../support/tools";
import { type Deployed, deploy, planOf } from "./support/deployed";

const CANARY = "canary-5f2c9e71b4";

describeWith("the demo on an emulated AWS", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;
  let demo: Deployed;

  beforeAll(async () => {
    sandbox = await testSandbox();
    const { aws } = sandbox;
    await aws.call("ssm", "PutParameter", { Name: "/demo/web/greeting", Type: "SecureString", Value: CANARY });
    await aws.call("secretsmanager", "CreateSecret", { Name: "demo/web/key", SecretString: CANARY });
    demo = await deploy("demo", sandbox);
  }, 2_400_000);
  afterAll(() => sandbox?.stop());

  test("a secret's value is nowhere but in AWS: not in state, plan, files, logs, recorded calls", async () => {
    const { Parameter } = await sandbox.aws.call("ssm", "GetParameter", {
      Name: "/demo/web/greeting",
      WithDecryption: true,
    });
    expect(Parameter.Value).toBe(CANARY);

    const written: { readonly [where: string]: string } = {
      state: (await demo.state()).text,
      plan: await planOf(demo),
      calls: JSON.stringify(await sandbox.control.calls()),
      ...Object.fromEntries(filesIn(sandbox.folder).map((file) => [file, readFileSync(file, "latin1")])),
    };
    // It was looked where something is.
    expect(written.state).toContain("parameter/demo/web/greeting");
    expect(written.calls).toContain("/demo/web/greeting");
    expect(Object.keys(written).some((where) => where.endsWith("emulator.log"))).toBe(true);
    expect(Object.entries(written).flatMap(([where, text]) => (text.includes(CANARY) ? [where] : []))).toEqual([]);
  }, 1_200_000);

  test("a second deploy changes nothing", async () => {
    const { exitCode, stdout } = await new Project().run(["sandbox", "deploy", "demo"], { env: sandbox.env });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(/: no changes\.\n$/) });
  }, 1_200_000);
});

/** Every file in a folder, but for providers. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === "providers") return [];
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isDirectory() ? filesIn(path) : found?.isFile() ? [path] : [];
  });
}
