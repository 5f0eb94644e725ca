import { type TestSandbox, testSandbox } from "../../support/sandbox";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../../support/tools";
import type { Deployed } from "./support/deployed";
import { killedAt, recover } from "./support/killed";
import { inAws, type Locks, makeStateStore, smallStack } from "./support/small-stack";

const APPLY = ["apply", "-input=false", "-auto-approve", "-no-color"];
const COUNT = 12;

describeWith("a state in use", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await testSandbox();
    await makeStateStore(sandbox);
  }, 300_000);
  afterAll(() => sandbox?.stop());

  /** As many in AWS as in the state, and each once. */
  async function agree(name: string, stack: Deployed, count: number): Promise<void> {
    const { addresses } = await stack.state();
    expect((await inAws(name, sandbox)).map(([address]) => address)).toEqual(addresses);
    expect(addresses).toHaveLength(count);
  }

  test.each<Locks>(["table", "native", "both"])(
    "two applies at once, %s: one fails and names who holds the lock",
    async (locks) => {
      const name = `two-${locks}`;
      const stack = await smallStack(name, locks, sandbox);
      // The first is slow, so that the second comes while it is at it.
      await sandbox.control.faults({ share: 1, kinds: ["slow"], slowSeconds: 3, only: "^(ec2|sns|logs):" });
      const first = stack.terraform(...APPLY);
      await untilLocked(name, locks, sandbox);
      const second = await stack.terraform(...APPLY);
      await sandbox.control.faults({});
      expect(second.exitCode).toBe(1);
      expect(second.output).toContain("Error acquiring the state lock");
      expect(second.output).toMatch(/Who:\s+\S+@\S+/);
      expect(await first).toMatchObject({ exitCode: 0 });
      await agree(name, stack, COUNT);
      expect(await stack.terraform(...APPLY)).toMatchObject({ exitCode: 0 });
    },
    300_000,
  );

  test.each([11, 47])(
    "killed with -9 at call %i: the lock is found and explained, and recovery loses and doubles nothing",
    async (call) => {
      const name = `killed-${call}`;
      const stack = await smallStack(name, "both", sandbox);
      await killedAt(call, stack, sandbox);

      const held = await stack.terraform(...APPLY);
      expect(held.exitCode).toBe(1);
      expect(held.output).toContain("Error acquiring the state lock");
      expect(held.output).toMatch(/Operation:\s+OperationTypeApply/);

      await recover(name, stack, held.output, sandbox);
      await agree(name, stack, COUNT);
    },
    300_000,
  );

  test("a version before is restored, and what came after is known again", async () => {
    const name = "restored";
    const stack = await smallStack(name, "both", sandbox);
    expect(await stack.terraform(...APPLY, "-target=aws_vpc.r0")).toMatchObject({ exitCode: 0 });
    const key = `/small-state/${name}/terraform.tfstate`;
    const good = await sandbox.aws.rest("s3", "GET", key);
    expect(await stack.terraform("state", "rm", "aws_vpc.r0")).toMatchObject({ exitCode: 0 });
    expect((await stack.state()).addresses).toEqual([]);

    const listed = await sandbox.aws.rest("s3", "GET", `/small-state?versions&prefix=${name}/terraform.tfstate`);
    const versions = [...listed.matchAll(/<VersionId>([^<]+)<\/VersionId>/g)].map(([, version]) => version ?? "");
    const texts = await Promise.all(
      versions.map((version) => sandbox.aws.rest("s3", "GET", `${key}?versionId=${version}`)),
    );
    const found = texts.find((text) => text === good);
    if (found === undefined) throw new Error("the version before isn't kept");
    const restored = { ...JSON.parse(found), serial: JSON.parse((await stack.state()).text).serial + 1 };
    expect(await push(stack, restored)).toMatchObject({ exitCode: 0 });
    expect((await stack.state()).addresses).toEqual(["aws_vpc.r0"]);
    await agree(name, stack, 1);
  }, 300_000);
});

async function push(stack: Deployed, state: object) {
  const { writeFileSync } = await import("node:fs");
  const file = `${stack.directory}/restored.tfstate`;
  writeFileSync(file, JSON.stringify(state));
  return stack.terraform("state", "push", file);
}

/** Waits until somebody holds the lock. */
async function untilLocked(name: string, locks: Locks, { aws }: TestSandbox): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const isHeld =
      locks === "table"
        ? JSON.stringify(await aws.call("dynamodb", "Scan", { TableName: "small-locks" })).includes(`${name}/`)
        : await aws.rest("s3", "HEAD", `/small-state/${name}/terraform.tfstate.tflock`).then(
            () => true,
            () => false,
          );
    if (isHeld) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("nobody takes the lock");
}
